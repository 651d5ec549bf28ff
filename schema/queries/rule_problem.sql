-- Problems solved on some days, and solved still, that a rule has not seen to.
-- no scope: rules are the company's; only heads of sales look at them.
-- asks: rule_first
-- rows: rule_first
-- use: cared
SELECT cared.id AS customer_id, cared.name AS customer,
       cared.manager_id AS owner_id, solved.id AS mark, solved.day
FROM problem_event solved
JOIN problem ON problem.id = solved.problem_id
JOIN cared ON cared.id = problem.customer_id
WHERE solved.kind = 'solved' AND solved.day BETWEEN :from AND :to
  AND problem.state = 'solved'
  AND (:segment = '' OR cared.segment = :segment)
  AND (:product = 0
       OR EXISTS (SELECT 1 FROM purchase
                  WHERE purchase.customer_id = cared.id
                    AND purchase.product_id = :product))
  AND NOT EXISTS (SELECT 1 FROM problem_event later
                  WHERE later.problem_id = solved.problem_id
                    AND later.kind = 'solved' AND later.at > solved.at)
  AND NOT EXISTS (SELECT 1 FROM rule_done
                  WHERE rule_done.rule_id = :rule
                    AND rule_done.customer_id = cared.id
                    AND rule_done.mark = solved.id)
ORDER BY solved.day, cared.id
LIMIT :most
