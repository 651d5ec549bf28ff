-- A problem that was not solved after all; the same transaction adds the event.
-- no scope: done for a problem found with scope before.
-- in:  problem int
-- touch: problem problem
UPDATE problem SET state = 'open', version = version + 1
WHERE id = :problem
