-- Forgets what was kept of a customer who has bought nothing after all.
-- in:  customer int
DELETE FROM buyer WHERE customer_id = :customer
