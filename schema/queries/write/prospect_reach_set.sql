-- How long it took the prospects of a span to reach a step, as in
-- cgi/lib/reach.h.
-- in:  unit int, source int, team int, start int, step int, reached text
INSERT INTO prospect_reach (unit, source_id, team_id, start, step_id, reached)
VALUES (:unit, :source, :team, :start, :step, :reached)
ON CONFLICT (unit, source_id, team_id, start, step_id) DO UPDATE
SET reached = excluded.reached
