-- All customers who have bought again by the days until then, for who sees
-- everybody.
-- in:  scope
-- out: days int, customers int
SELECT days, customers
FROM buyer_again
WHERE :see = 2 AND segment_id = -1
ORDER BY days
