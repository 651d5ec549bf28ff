-- All rows of prospect_reach, to be compared with a new count.
-- out: unit int, source_id int, team_id int, start int, step_id int,
--      reached text
SELECT unit, source_id, team_id, start, step_id, reached
FROM prospect_reach
