-- Adds to customers who bought in a month.
-- in:  first_month int, month int, bought int, last int
INSERT INTO buyer_month (first_month, month, bought, last)
VALUES (:first_month, :month, :bought, :last)
ON CONFLICT (first_month, month) DO UPDATE
SET bought = buyer_month.bought + excluded.bought,
    last = buyer_month.last + excluded.last
