-- All rows of buyer_again, to be compared with a new count.
-- out: segment_id int, days int, customers int
SELECT segment_id, days, customers
FROM buyer_again
