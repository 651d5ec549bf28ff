-- All rows of buyer_last, to be compared with a new count.
-- out: segment_id int, day int, customers int
SELECT segment_id, day, customers
FROM buyer_last
