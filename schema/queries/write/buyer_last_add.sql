-- Adds to customers by their last day.
-- in:  segment int, day int, customers int
INSERT INTO buyer_last (segment_id, day, customers)
VALUES (:segment, :day, :customers)
ON CONFLICT (segment_id, day) DO UPDATE
SET customers = buyer_last.customers + excluded.customers
