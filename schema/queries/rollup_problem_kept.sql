-- All rows of problem_kept, to be compared with a new count.
-- out: day int, trouble int, customers int, again int
SELECT day, trouble, customers, again
FROM problem_kept
