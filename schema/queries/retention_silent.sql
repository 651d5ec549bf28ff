-- How many of all customers are silent for longer than usual on :as_of, and
-- what they paid in the 12 months before, for who sees everybody.
-- in:  scope, as_of int
-- out: customers int, revenue int
SELECT CAST(COALESCE(SUM(customers), 0) AS BIGINT) AS customers,
       CAST(COALESCE(SUM(revenue), 0) AS BIGINT) AS revenue
FROM buyer_silent
WHERE :see = 2 AND day <= :as_of
