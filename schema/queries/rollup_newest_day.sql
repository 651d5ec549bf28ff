-- The newest day anything was recorded for.
-- out: day int
SELECT newest_day AS day FROM change WHERE id = 1
