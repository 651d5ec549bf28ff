-- Gives a follow-up that is as the viewer saw it, and theirs to change, to
-- somebody else; no row when it is not.  The same transaction adds the event.
-- in:  scope, as_of int, id int, version int, owner int
-- out: version int
-- touch: followup id
-- use: seen_customer seen_followup
UPDATE followup
SET owner_id = :owner, version = version + 1
WHERE id = :id AND version = :version
  AND EXISTS (SELECT 1 FROM seen_followup
              WHERE seen_followup.id = followup.id)
RETURNING version
