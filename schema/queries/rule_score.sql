-- Talks of some days that stand and ended badly, a customer who is unhappy or
-- gives 6 of 10 or less, that a rule has not seen to.
-- no scope: rules are the company's; only heads of sales look at them.
-- asks: rule_first
-- rows: rule_first
-- use: cared cared_buyer
SELECT cared_buyer.id AS customer_id, cared_buyer.name AS customer,
       cared_buyer.manager_id AS owner_id, contact.id AS mark, contact.day
FROM contact
JOIN cared_buyer ON cared_buyer.id = contact.customer_id
WHERE (contact.outcome = 'unhappy' OR contact.score <= 6)
  AND contact.day BETWEEN :from AND :to
  AND NOT EXISTS (SELECT 1 FROM followup_event undone
                  WHERE undone.followup_id = contact.followup_id
                    AND undone.kind = 'reopened'
                    AND undone.at >= contact.at)
  AND NOT EXISTS (SELECT 1 FROM rule_done
                  WHERE rule_done.rule_id = :rule
                    AND rule_done.customer_id = cared_buyer.id
                    AND rule_done.mark = contact.id)
ORDER BY contact.day, cared_buyer.id
LIMIT :most
