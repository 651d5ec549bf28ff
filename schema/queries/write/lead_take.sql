-- Takes the turn to change a lead that is as the viewer saw it and theirs to
-- change; no row when it is not.
-- in:  scope, as_of int, id int, version int
-- out: version int
-- touch: lead id
-- use: seen_lead
UPDATE lead
SET version = version + 1
WHERE id = :id AND version = :version
  AND EXISTS (SELECT 1 FROM seen_lead WHERE seen_lead.id = lead.id)
RETURNING version
