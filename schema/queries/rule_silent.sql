-- Customers who became silent for longer than usual on some days, and whose
-- silence a rule has not seen to; a silence is known by the last purchase.
-- no scope: rules are the company's; only heads of sales look at them.
-- asks: rule_first
-- rows: rule_first
-- use: cared cared_buyer
SELECT cared_buyer.id AS customer_id, cared_buyer.name AS customer,
       cared_buyer.manager_id AS owner_id, buyer.last_day AS mark,
       buyer.silent_day AS day
FROM buyer
JOIN cared_buyer ON cared_buyer.id = buyer.customer_id
WHERE buyer.silent_day BETWEEN :from AND :to
  AND NOT EXISTS (SELECT 1 FROM rule_done
                  WHERE rule_done.rule_id = :rule
                    AND rule_done.customer_id = cared_buyer.id
                    AND rule_done.mark = buyer.last_day)
ORDER BY buyer.silent_day, cared_buyer.id
LIMIT :most
