-- All rows of buyer_revenue, to be compared with a new count.
-- out: day int, amount int
SELECT day, amount
FROM buyer_revenue
