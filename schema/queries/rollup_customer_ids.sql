-- The first and last id of customers; 0 when there are none.
-- no scope: asked to count everything anew; nobody is shown the answer.
-- out: first_id int, last_id int
SELECT COALESCE(MIN(customer.id), 0) AS first_id,
       COALESCE(MAX(customer.id), 0) AS last_id
FROM customer
