-- All rows of prospect_count, to be compared with a new count.
-- out: unit int, source_id int, campaign_id int, team_id int, start int,
--      valid int, invalid int, won int, lost int, cost int, revenue int,
--      waiting int
SELECT unit, source_id, campaign_id, team_id, start, valid, invalid, won, lost,
       cost, revenue, waiting
FROM prospect_count
