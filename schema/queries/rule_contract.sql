-- Contracts that end on some days and that a rule has not seen to.
-- no scope: rules are the company's; only heads of sales look at them.
-- asks: rule_first
-- rows: rule_first
-- use: cared
SELECT cared.id AS customer_id, cared.name AS customer,
       cared.manager_id AS owner_id, cared.contract_end_day AS mark,
       cared.contract_end_day AS day
FROM cared
WHERE cared.contract_end_day BETWEEN :from AND :to
  AND (:segment = '' OR cared.segment = :segment)
  AND (:product = 0
       OR EXISTS (SELECT 1 FROM purchase
                  WHERE purchase.customer_id = cared.id
                    AND purchase.product_id = :product))
  AND NOT EXISTS (SELECT 1 FROM rule_done
                  WHERE rule_done.rule_id = :rule
                    AND rule_done.customer_id = cared.id
                    AND rule_done.mark = cared.contract_end_day)
ORDER BY cared.contract_end_day, cared.id
LIMIT :most
