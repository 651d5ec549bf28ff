-- First purchases of some days that a rule has not seen to.
--   mark  which cause it is, for the rule to know again; day: when it happened
--   product, segment   the only ones; 0, '': any
-- no scope: rules are the company's; only heads of sales look at them.
-- in:  rule int, from int, to int, product int, segment text, most int
-- out: customer_id int, customer text, owner_id int, mark int, day int
-- use: cared
SELECT cared.id AS customer_id, cared.name AS customer,
       cared.manager_id AS owner_id, buyer.first_day AS mark,
       buyer.first_day AS day
FROM buyer
JOIN cared ON cared.id = buyer.customer_id
WHERE buyer.first_day BETWEEN :from AND :to
  AND (:product = 0
       OR EXISTS (SELECT 1 FROM purchase
                  WHERE purchase.customer_id = cared.id
                    AND purchase.day = buyer.first_day
                    AND purchase.product_id = :product))
  AND NOT EXISTS (SELECT 1 FROM rule_done
                  WHERE rule_done.rule_id = :rule
                    AND rule_done.customer_id = cared.id
                    AND rule_done.mark = buyer.first_day)
ORDER BY buyer.first_day, cared.id
LIMIT :most
