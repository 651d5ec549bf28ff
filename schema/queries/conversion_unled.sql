-- How many customers first bought in [:from, :to) without having been a lead,
-- and what they paid on that day; for who may see all.
-- in:  scope, from int, to int
-- out: customers int, revenue int
SELECT CAST(COALESCE(SUM(customers), 0) AS BIGINT) AS customers,
       CAST(COALESCE(SUM(revenue), 0) AS BIGINT) AS revenue
FROM buyer_unled
WHERE :see = 2 AND day >= :from AND day < :to
