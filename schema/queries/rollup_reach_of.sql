-- One row of prospect_reach.
-- in:  unit int, source int, team int, start int, step int
-- out: reached text
SELECT reached FROM prospect_reach
WHERE unit = :unit AND source_id = :source AND team_id = :team
  AND start = :start AND step_id = :step
