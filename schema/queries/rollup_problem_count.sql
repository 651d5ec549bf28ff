-- All rows of problem_count, to be compared with a new count.
-- out: manager_id int, owner_id int, unit int, start int, open int
SELECT manager_id, owner_id, unit, start, open
FROM problem_count
