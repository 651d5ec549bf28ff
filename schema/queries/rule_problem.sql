-- Problems solved on some days, and solved still, that a rule has not seen to.
-- no scope: rules are the company's; only heads of sales look at them.
-- asks: rule_first
-- rows: rule_first
-- use: cared cared_buyer
SELECT cared_buyer.id AS customer_id, cared_buyer.name AS customer,
       cared_buyer.manager_id AS owner_id, solved.id AS mark, solved.day
FROM problem_event solved
JOIN problem ON problem.id = solved.problem_id
JOIN cared_buyer ON cared_buyer.id = problem.customer_id
WHERE solved.kind = 'solved' AND solved.day BETWEEN :from AND :to
  AND problem.state = 'solved'
  AND NOT EXISTS (SELECT 1 FROM problem_event later
                  WHERE later.problem_id = solved.problem_id
                    AND later.kind = 'solved' AND later.at > solved.at)
  AND NOT EXISTS (SELECT 1 FROM rule_done
                  WHERE rule_done.rule_id = :rule
                    AND rule_done.customer_id = cared_buyer.id
                    AND rule_done.mark = solved.id)
ORDER BY solved.day, cared_buyer.id
LIMIT :most
