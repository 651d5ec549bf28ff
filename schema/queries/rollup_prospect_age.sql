-- All rows of prospect_age, to be compared with a new count.
-- out: unit int, source_id int, team_id int, start int, days int, won int,
--      lost int, revenue int
SELECT unit, source_id, team_id, start, days, won, lost, revenue
FROM prospect_age
