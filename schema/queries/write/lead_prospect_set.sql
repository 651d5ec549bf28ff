-- Which inquiry stands for a lead's prospect.
-- no scope: done while a lead is recorded, for the whole company.
-- in:  lead int, prospect int
UPDATE lead SET prospect_id = :prospect WHERE id = :lead
