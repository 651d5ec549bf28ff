-- All rows of buyer_gap, to be compared with a new count.
-- out: segment_id int, days int, gaps int
SELECT segment_id, days, gaps
FROM buyer_gap
