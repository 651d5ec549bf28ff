-- One row of problem_time.
-- in:  manager int, owner int, unit int, start int
-- out: times text
SELECT times FROM problem_time
WHERE manager_id = :manager AND owner_id = :owner AND unit = :unit
  AND start = :start
