-- A purchase, and what was paid back of it so far (0 or negative).
-- no scope: asked while a refund is recorded; nobody is shown the answer.
-- in:  id int
-- out: customer_id int, lead_id int?, product_id int?, at int, amount int,
--      currency text, base_amount int, refunded int, base_refunded int
SELECT purchase.customer_id, purchase.lead_id, purchase.product_id,
       purchase.at, purchase.amount, purchase.currency, purchase.base_amount,
       COALESCE((SELECT CAST(SUM(refund.amount) AS BIGINT) FROM purchase refund
                 WHERE refund.refund_of = purchase.id), 0) AS refunded,
       COALESCE((SELECT CAST(SUM(refund.base_amount) AS BIGINT)
                 FROM purchase refund
                 WHERE refund.refund_of = purchase.id), 0) AS base_refunded
FROM purchase
WHERE purchase.id = :id
