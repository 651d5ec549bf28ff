-- Whether a customer has an open problem.
-- no scope: asked for a follow-up found with scope before.
-- in:  customer int
-- out: n int
SELECT COUNT(*) AS n FROM problem
WHERE problem.customer_id = :customer AND problem.state = 'open'
