-- Whether a customer has an open problem.
-- in:  customer int
-- out: n int
SELECT COUNT(*) AS n FROM problem
WHERE problem.customer_id = :customer AND problem.state = 'open'
