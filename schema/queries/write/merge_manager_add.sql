-- Who looks after the customer that stays, said once more: behind what was said
-- of the other one.
-- no scope: done for customers found with scope before.
-- in:  customer int, at int, day int
-- out: id int
INSERT INTO customer_manager (customer_id, person_id, at, day)
SELECT customer.id, customer.manager_id, CAST(:at AS BIGINT),
       CAST(:day AS BIGINT)
FROM customer
WHERE customer.id = :customer
RETURNING id
