-- Customers of a segment (-1: everybody) by the day of their last purchase.
-- in:  segment int
-- out: day int, customers int
SELECT day, customers FROM buyer_last WHERE segment_id = :segment ORDER BY day
