-- One row of prospect_age.
-- in:  unit int, source int, team int, start int
-- out: ages text
SELECT ages FROM prospect_age
WHERE unit = :unit AND source_id = :source AND team_id = :team
  AND start = :start
