-- Of all customers who bought first in some days, those who bought again within
-- a year, by the problems they have had (F7); for who may see all.
--   trouble  0: no problem, 1: all are solved, 2: one is open
-- in:  scope, from int, to int
-- out: trouble int, customers int, again int
SELECT trouble, CAST(SUM(customers) AS BIGINT) AS customers,
       CAST(SUM(again) AS BIGINT) AS again
FROM problem_kept
WHERE :see = 2 AND day >= :from AND day <= :to
GROUP BY trouble
ORDER BY trouble
