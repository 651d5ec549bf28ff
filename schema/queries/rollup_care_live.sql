-- All rows of care_live, to be compared with a new count.
-- out: person_id int, unit int, start int, live int, idle int
SELECT person_id, unit, start, live, idle
FROM care_live
