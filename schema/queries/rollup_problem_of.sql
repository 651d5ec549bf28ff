-- The customer who has a problem.
-- no scope: asked while a problem is changed; nobody is shown the answer.
-- in:  problem int
-- out: customer_id int
SELECT problem.customer_id FROM problem WHERE problem.id = :problem
