-- One row of prospect_count, to be compared with a new count.
-- lazy: only an audit of a sample asks.
-- in:  unit int, source int, campaign int, team int, start int
-- out: valid int, invalid int, won int, lost int, cost int, revenue int,
--      waiting int
SELECT valid, invalid, won, lost, cost, revenue, waiting
FROM prospect_count
WHERE unit = :unit AND source_id = :source AND campaign_id = :campaign
  AND team_id = :team AND start = :start
