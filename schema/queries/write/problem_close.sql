-- Closes a problem; the same transaction adds the event.
-- no scope: done for a problem found with scope before.
-- in:  problem int
-- touch: problem problem
UPDATE problem SET state = 'solved', version = version + 1
WHERE id = :problem
