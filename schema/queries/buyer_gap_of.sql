-- Gaps between purchase days in a segment (-1: everybody), by their length.
-- in:  segment int
-- out: days int, gaps int
SELECT days, gaps FROM buyer_gap WHERE segment_id = :segment ORDER BY days
