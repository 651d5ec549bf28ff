-- All rows of problem_time, to be compared with a new count.
-- out: manager_id int, owner_id int, unit int, start int, times text
SELECT manager_id, owner_id, unit, start, times
FROM problem_time
