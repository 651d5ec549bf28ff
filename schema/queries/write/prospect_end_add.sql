-- Adds to the prospects that closed in a span.
-- in:  unit int, source int, team int, start int, reason int, prospects int,
--      revenue int
INSERT INTO prospect_end (unit, source_id, team_id, start, reason_id, prospects,
                          revenue)
VALUES (:unit, :source, :team, :start, :reason, :prospects, :revenue)
ON CONFLICT (unit, source_id, team_id, start, reason_id) DO UPDATE
SET prospects = prospect_end.prospects + excluded.prospects,
    revenue = prospect_end.revenue + excluded.revenue
