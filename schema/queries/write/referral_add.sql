-- A customer recommended us to a lead; the first referrer stays.
-- in:  lead int, customer int, at int, day int
INSERT INTO referral (lead_id, customer_id, at, day)
VALUES (:lead, :customer, :at, :day)
ON CONFLICT (lead_id) DO NOTHING
