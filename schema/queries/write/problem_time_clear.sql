-- Forgets all rows, before they are counted anew.
DELETE FROM problem_time
