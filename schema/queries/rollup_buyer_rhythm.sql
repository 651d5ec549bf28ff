-- All rows of buyer_rhythm, to be compared with a new count.
-- out: segment_id int, customers int, gaps int, spare int, ln int, squares int
SELECT segment_id, customers, gaps, spare, ln, squares
FROM buyer_rhythm
