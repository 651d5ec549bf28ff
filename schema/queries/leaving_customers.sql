-- The customers in sight whom a person looks after.
--   version  of the customer
-- in:  scope, as_of int, person int, most int
-- out: id int, version int
-- use: seen_customer
SELECT customer.id, customer.version
FROM customer
JOIN seen_customer ON seen_customer.id = customer.id
WHERE customer.manager_id = :person
ORDER BY customer.id
LIMIT :most
