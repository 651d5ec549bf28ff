-- All rows of prospect_end, to be compared with a new count.
-- out: unit int, source_id int, team_id int, start int, reason_id int,
--      prospects int, revenue int
SELECT unit, source_id, team_id, start, reason_id, prospects, revenue
FROM prospect_end
