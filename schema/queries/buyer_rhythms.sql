-- What silences would be judged by if all were judged now, of everybody (-1)
-- and of the segments with at least :least customers.
-- in:  least int
-- out: segment_id int, customers int, gaps int, spare int, ln int, squares int
SELECT segment_id, customers, gaps, spare, ln, squares
FROM buyer_rhythm
WHERE segment_id = -1 OR customers >= :least
ORDER BY segment_id
