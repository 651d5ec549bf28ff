-- Talks of some days that stand and ended badly, a customer who is unhappy or
-- gives 6 of 10 or less, that a rule has not seen to.
-- no scope: rules are the company's; only heads of sales look at them.
-- asks: rule_first
-- rows: rule_first
-- use: cared
SELECT cared.id AS customer_id, cared.name AS customer,
       cared.manager_id AS owner_id, contact.id AS mark, contact.day
FROM contact
JOIN cared ON cared.id = contact.customer_id
WHERE (contact.outcome = 'unhappy' OR contact.score <= 6)
  AND contact.day BETWEEN :from AND :to
  AND (:segment = '' OR cared.segment = :segment)
  AND (:product = 0
       OR EXISTS (SELECT 1 FROM purchase
                  WHERE purchase.customer_id = cared.id
                    AND purchase.product_id = :product))
  AND NOT EXISTS (SELECT 1 FROM followup_event undone
                  WHERE undone.followup_id = contact.followup_id
                    AND undone.kind = 'reopened'
                    AND undone.at >= contact.at)
  AND NOT EXISTS (SELECT 1 FROM rule_done
                  WHERE rule_done.rule_id = :rule
                    AND rule_done.customer_id = cared.id
                    AND rule_done.mark = contact.id)
ORDER BY contact.day, cared.id
LIMIT :most
