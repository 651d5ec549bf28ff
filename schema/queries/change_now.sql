-- The newest change: the same number, the same pages.
-- out: n int
SELECT n FROM change WHERE id = 1
