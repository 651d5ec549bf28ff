-- Adds to customers without a lead by their first day.
-- in:  day int, customers int, revenue int
INSERT INTO buyer_unled (day, customers, revenue)
VALUES (:day, :customers, :revenue)
ON CONFLICT (day) DO UPDATE
SET customers = buyer_unled.customers + excluded.customers,
    revenue = buyer_unled.revenue + excluded.revenue
