-- All customers by the month of their first purchase and the months they
-- bought in, for who sees everybody.
--   bought     in that month; last: for whom it was the last one so far
-- in:  scope
-- out: first_month int, month int, bought int, last int
SELECT first_month, month, bought, last
FROM buyer_month
WHERE :see = 2
ORDER BY first_month, month
