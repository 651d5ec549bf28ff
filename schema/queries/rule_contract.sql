-- Contracts that end on some days and that a rule has not seen to.
-- no scope: rules are the company's; only heads of sales look at them.
-- asks: rule_first
-- rows: rule_first
-- use: cared cared_buyer
SELECT cared_buyer.id AS customer_id, cared_buyer.name AS customer,
       cared_buyer.manager_id AS owner_id, cared_buyer.contract_end_day AS mark,
       cared_buyer.contract_end_day AS day
FROM cared_buyer
WHERE cared_buyer.contract_end_day BETWEEN :from AND :to
  AND NOT EXISTS (SELECT 1 FROM rule_done
                  WHERE rule_done.rule_id = :rule
                    AND rule_done.customer_id = cared_buyer.id
                    AND rule_done.mark = cared_buyer.contract_end_day)
ORDER BY cared_buyer.contract_end_day, cared_buyer.id
LIMIT :most
