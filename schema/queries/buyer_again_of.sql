-- Customers of a segment (-1: everybody) by the days until they bought again.
-- in:  segment int
-- out: days int, customers int
SELECT days, customers FROM buyer_again WHERE segment_id = :segment
ORDER BY days
