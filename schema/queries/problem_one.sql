-- A problem a viewer may see.
-- in:  scope, as_of int, id int
-- out: id int, version int, customer_id int, customer text, what text,
--      cause text, cost int, due_day int?, owner_id int?, owner text,
--      state text
-- use: seen_customer seen_problem
SELECT seen_problem.id, seen_problem.version, customer.id AS customer_id,
       customer.name AS customer, seen_problem.what, seen_problem.cause,
       seen_problem.cost, seen_problem.due_day, seen_problem.owner_id,
       COALESCE(person.name, '') AS owner, seen_problem.state
FROM seen_problem
JOIN customer ON customer.id = seen_problem.customer_id
LEFT JOIN person ON person.id = seen_problem.owner_id
WHERE seen_problem.id = :id
