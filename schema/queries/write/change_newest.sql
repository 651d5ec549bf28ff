-- Remembers the newest day anything was recorded for.
-- in:  day int
UPDATE change SET newest_day = :day WHERE id = 1 AND newest_day < :day
