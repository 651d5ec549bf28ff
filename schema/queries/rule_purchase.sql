-- Days of purchases that a rule has not seen to; refunds are none.
-- no scope: rules are the company's; only heads of sales look at them.
-- asks: rule_first
-- rows: rule_first
-- use: cared
SELECT DISTINCT cared.id AS customer_id, cared.name AS customer,
       cared.manager_id AS owner_id, purchase.day AS mark,
       purchase.day
FROM purchase
JOIN cared ON cared.id = purchase.customer_id
WHERE purchase.day BETWEEN :from AND :to AND purchase.base_amount > 0
  AND (:product = 0 OR purchase.product_id = :product)
  AND NOT EXISTS (SELECT 1 FROM rule_done
                  WHERE rule_done.rule_id = :rule
                    AND rule_done.customer_id = cared.id
                    AND rule_done.mark = purchase.day)
ORDER BY purchase.day, cared.id
LIMIT :most
