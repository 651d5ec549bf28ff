-- The customer a lead has become.
-- no scope: done while a lead is recorded, for the whole company.
-- in:  lead int, customer int
UPDATE lead SET customer_id = :customer WHERE id = :lead
