-- How long the problems of a span took, as in cgi/lib/times.h.
-- in:  manager int, owner int, unit int, start int, times text
INSERT INTO problem_time (manager_id, owner_id, unit, start, times)
VALUES (:manager, :owner, :unit, :start, :times)
ON CONFLICT (manager_id, owner_id, unit, start) DO UPDATE
SET times = excluded.times
