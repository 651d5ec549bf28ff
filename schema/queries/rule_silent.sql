-- Customers who became silent for longer than usual on some days, and whose
-- silence a rule has not seen to; a silence is known by the last purchase.
-- no scope: rules are the company's; only heads of sales look at them.
-- asks: rule_first
-- rows: rule_first
-- use: cared
SELECT cared.id AS customer_id, cared.name AS customer,
       cared.manager_id AS owner_id, buyer.last_day AS mark,
       buyer.silent_day AS day
FROM buyer
JOIN cared ON cared.id = buyer.customer_id
WHERE buyer.silent_day BETWEEN :from AND :to
  AND (:segment = '' OR cared.segment = :segment)
  AND (:product = 0
       OR EXISTS (SELECT 1 FROM purchase
                  WHERE purchase.customer_id = cared.id
                    AND purchase.product_id = :product))
  AND NOT EXISTS (SELECT 1 FROM rule_done
                  WHERE rule_done.rule_id = :rule
                    AND rule_done.customer_id = cared.id
                    AND rule_done.mark = buyer.last_day)
ORDER BY buyer.silent_day, cared.id
LIMIT :most
