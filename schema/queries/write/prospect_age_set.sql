-- How long it took the prospects of a span, as in cgi/lib/ages.h.
-- in:  unit int, source int, team int, start int, ages text
INSERT INTO prospect_age (unit, source_id, team_id, start, ages)
VALUES (:unit, :source, :team, :start, :ages)
ON CONFLICT (unit, source_id, team_id, start) DO UPDATE
SET ages = excluded.ages
