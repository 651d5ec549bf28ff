-- The customer a lead has become.
-- no scope: done while a lead is recorded, for the whole company.
-- in:  lead int, customer int
-- touch: customer customer
UPDATE lead SET customer_id = :customer WHERE id = :lead
