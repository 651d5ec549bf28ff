-- Adds to customers who bought again.
-- in:  segment int, days int, customers int
INSERT INTO buyer_again (segment_id, days, customers)
VALUES (:segment, :days, :customers)
ON CONFLICT (segment_id, days) DO UPDATE
SET customers = buyer_again.customers + excluded.customers
