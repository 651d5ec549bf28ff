-- Solves or reopens a problem; the same transaction adds the event.
-- no scope: problem_seen has found that the viewer may.
-- in:  id int, version int, state text
-- out: id int
-- touch: problem id
UPDATE problem SET state = :state, version = version + 1
WHERE id = :id AND version = :version
RETURNING id
