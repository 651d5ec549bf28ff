-- All rows of buyer_silent, to be compared with a new count.
-- out: day int, customers int, revenue int
SELECT day, customers, revenue
FROM buyer_silent
