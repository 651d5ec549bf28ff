-- All rows of followup_count, to be compared with a new count.
-- out: manager_id int, owner_id int, unit int, start int, due int, done int,
--      stake int
SELECT manager_id, owner_id, unit, start, due, done, stake
FROM followup_count
