-- Which inquiry stands for a lead's prospect.
-- no scope: done while a lead is recorded, for the whole company.
-- in:  lead int, prospect int
-- touch: lead lead, lead prospect
UPDATE lead SET prospect_id = :prospect WHERE id = :lead
