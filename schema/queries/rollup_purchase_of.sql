-- The lead and the customer of a purchase.
-- no scope: asked while a purchase is corrected; nobody is shown the answer.
-- in:  purchase int
-- out: lead_id int?, customer_id int
SELECT purchase.lead_id, purchase.customer_id FROM purchase
WHERE purchase.id = :purchase
