-- Changes a follow-up that is as the viewer saw it and theirs to change; no
-- row when it is not.  The same transaction adds the event.
-- in:  scope, as_of int, id int, version int, state text, due_day int,
--      snoozes int
-- out: version int
-- touch: followup id
-- use: seen_customer seen_followup
UPDATE followup
SET state = :state, due_day = :due_day, snoozes = :snoozes,
    version = version + 1
WHERE id = :id AND version = :version
  AND EXISTS (SELECT 1 FROM seen_followup
              WHERE seen_followup.id = followup.id)
RETURNING version
