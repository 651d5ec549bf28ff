-- All rows of buyer_unled, to be compared with a new count.
-- out: day int, customers int, revenue int
SELECT day, customers, revenue
FROM buyer_unled
