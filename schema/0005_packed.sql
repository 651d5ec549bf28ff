-- 0005_packed.sql - the sums of 0002_rollups.sql in less room, so that a page
-- reads fewer rows.  Counting everything anew fills them again.

-- How long it took is a list in one row: the rows of a team and two years were
-- sixty thousand, and are read by every page of conversion.
DROP TABLE prospect_age;

-- Those that were won or lost, by the days this took.
CREATE TABLE prospect_age (
  unit INTEGER NOT NULL,                   -- of the span in which they came
  source_id INTEGER NOT NULL,              -- where from
  team_id INTEGER NOT NULL,                -- whose credit
  start INTEGER NOT NULL,                  -- the span
  ages TEXT NOT NULL,                      -- days, won, lost and revenue of each age: cgi/lib/ages.h
  PRIMARY KEY (unit, source_id, team_id, start)
) STRICT;

-- Found by its key only, so a row is kept once, in the order of the keys.
DROP TABLE prospect_count;

-- Prospects by when they came, source, campaign and team.  A campaign is told
-- apart only within its source.
CREATE TABLE prospect_count (
  unit INTEGER NOT NULL,                   -- of the span in which they came
  source_id INTEGER NOT NULL,              -- where from
  campaign_id INTEGER NOT NULL,            -- by which campaign
  team_id INTEGER NOT NULL,                -- whose credit
  start INTEGER NOT NULL,                  -- the span
  valid INTEGER NOT NULL,                  -- how many, without invalid ones
  invalid INTEGER NOT NULL,                -- spam, tests, duplicates
  won INTEGER NOT NULL,                    -- of the valid ones
  lost INTEGER NOT NULL,                   -- of the valid ones; the rest is open
  cost INTEGER NOT NULL,                   -- their own prices, base currency
  revenue INTEGER NOT NULL,                -- of their first purchases, base currency
  PRIMARY KEY (unit, source_id, campaign_id, team_id, start)
) STRICT, WITHOUT ROWID;
