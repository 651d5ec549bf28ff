-- Which inquiry stands for a lead's prospect.
-- in:  lead int, prospect int
UPDATE lead SET prospect_id = :prospect WHERE id = :lead
