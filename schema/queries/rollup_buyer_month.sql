-- All rows of buyer_month, to be compared with a new count.
-- out: first_month int, month int, bought int, last int
SELECT first_month, month, bought, last
FROM buyer_month
