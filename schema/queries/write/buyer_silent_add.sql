-- Adds to who falls silent on a day.
-- in:  day int, customers int, revenue int
INSERT INTO buyer_silent (day, customers, revenue)
VALUES (:day, :customers, :revenue)
ON CONFLICT (day) DO UPDATE
SET customers = buyer_silent.customers + excluded.customers,
    revenue = buyer_silent.revenue + excluded.revenue
