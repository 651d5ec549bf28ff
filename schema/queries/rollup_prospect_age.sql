-- All rows of prospect_age, to be compared with a new count.
-- out: unit int, source_id int, team_id int, start int, ages text
SELECT unit, source_id, team_id, start, ages
FROM prospect_age
