-- 0016_repeats.sql - follow-ups that come again: a talk every month, say.
-- sums: as they were

ALTER TABLE followup ADD COLUMN repeats INTEGER NOT NULL DEFAULT 0 CHECK (repeats BETWEEN 0 AND 6); -- 0 never; every 1 week, 2 two weeks, 3 month, 4 quarter, 5 half-year, 6 year
