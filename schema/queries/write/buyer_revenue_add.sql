-- Adds to what was paid on a day.
-- in:  day int, amount int
INSERT INTO buyer_revenue (day, amount)
VALUES (:day, :amount)
ON CONFLICT (day) DO UPDATE
SET amount = buyer_revenue.amount + excluded.amount
