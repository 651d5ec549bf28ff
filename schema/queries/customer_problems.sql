-- The open problems of a customer a viewer may see, the oldest first.
--   since_day  when it was opened last
-- in:  scope, as_of int, id int
-- out: id int, version int, what text, since_day int, due_day int?, owner text
-- use: seen_customer
SELECT problem.id, problem.version, problem.what,
       COALESCE((SELECT problem_event.day FROM problem_event
                 WHERE problem_event.problem_id = problem.id
                   AND problem_event.kind IN ('opened', 'reopened')
                 ORDER BY problem_event.at DESC LIMIT 1), :as_of) AS since_day,
       problem.due_day, COALESCE(person.name, '') AS owner
FROM seen_customer
JOIN problem ON problem.customer_id = seen_customer.id
LEFT JOIN person ON person.id = problem.owner_id
WHERE seen_customer.id = :id AND problem.state = 'open'
ORDER BY problem.id
