-- The customer a lead has become.
-- in:  lead int, customer int
UPDATE lead SET customer_id = :customer WHERE id = :lead
