-- 0006_ends.sql - prospects counted ahead by when they were won or lost, and
-- why they were lost.  As in 0002_rollups.sql, whose words it uses, everything
-- repeats the records.

ALTER TABLE fate ADD COLUMN reason_id INTEGER NOT NULL DEFAULT 0; -- of a loss; 0: none was given

-- What closed in a period, whenever it came.
CREATE INDEX fate_by_end ON fate (end_day) WHERE end_day IS NOT NULL;

-- Prospects by the day or month in which they were won or lost.  Never by
-- source and team at once: one of the two is -1.
CREATE TABLE prospect_end (
  unit INTEGER NOT NULL,                   -- of the span in which they closed
  source_id INTEGER NOT NULL,              -- where from
  team_id INTEGER NOT NULL,                -- whose credit
  start INTEGER NOT NULL,                  -- the span
  reason_id INTEGER NOT NULL,              -- why they were lost; 0: none was given, -1: they were won
  prospects INTEGER NOT NULL,              -- how many
  revenue INTEGER NOT NULL,                -- of the first purchases of those won, base currency
  PRIMARY KEY (unit, source_id, team_id, start, reason_id)
) STRICT, WITHOUT ROWID;
