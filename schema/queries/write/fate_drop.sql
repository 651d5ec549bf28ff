-- Forgets what was kept of a lead that is no prospect of its own any more.
-- in:  lead int
DELETE FROM fate WHERE lead_id = :lead
