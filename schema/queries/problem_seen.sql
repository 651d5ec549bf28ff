-- A problem of a customer a viewer may see.
-- in:  scope, as_of int, id int
-- out: id int, version int, customer_id int, state text
-- use: seen_customer
SELECT problem.id, problem.version, problem.customer_id, problem.state
FROM problem
JOIN seen_customer ON seen_customer.id = problem.customer_id
WHERE problem.id = :id
