-- Closes a problem; the same transaction adds the event.
-- in:  problem int
UPDATE problem SET state = 'solved', version = version + 1
WHERE id = :problem
