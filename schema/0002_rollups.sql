-- 0002_rollups.sql - what is counted ahead, so that a page reads as many rows
-- for ten million leads as for ten thousand.
--
-- Everything here repeats the records of 0001_base.sql.  The write that
-- changes a record changes what follows from it here, in the same transaction
-- (cgi/lib/rollup.h); "salesboard audit" counts everything again and compares.
--
-- Words used in these tables:
--   unit   the length of a span of days: 0 day, 1 week, 2 month, 3 quarter, 4 year
--   start  which one: the day; the week, (day + 3) / 7 with its Monday first;
--          the month, year * 12 + month - 1; the quarter, month / 3; the year
--   an id  0 for none, -1 for all of them together

-- The newest day anything was recorded for: pages that speak of an earlier
-- day count from the records.
ALTER TABLE change ADD COLUMN newest_day INTEGER NOT NULL DEFAULT 0;

-- What has become of each prospect, as schema/queries/with/outcome.sql sees
-- all that is recorded.
CREATE TABLE fate (
  lead_id INTEGER NOT NULL PRIMARY KEY REFERENCES lead (id), -- the first inquiry, which stands for it
  created_day INTEGER NOT NULL,            -- when it came
  created_month INTEGER NOT NULL,          -- of created_day
  source_id INTEGER NOT NULL,              -- 0: not recorded
  campaign_id INTEGER NOT NULL,            -- 0: none
  owner_id INTEGER NOT NULL,               -- who has the credit; 0: nobody
  team_id INTEGER NOT NULL,                -- their team; 0: none
  state TEXT NOT NULL CHECK (state IN ('won', 'lost', 'open', 'invalid')), -- what became of it
  end_day INTEGER,                         -- of the win or loss
  days INTEGER NOT NULL CHECK (days >= 0), -- until it was won or lost; else 0
  cost INTEGER NOT NULL,                   -- own price, base currency; 0 for invalid ones
  revenue INTEGER NOT NULL                 -- of the first purchase, base currency
) STRICT;

CREATE INDEX fate_by_day ON fate (created_day);
CREATE INDEX fate_by_owner ON fate (owner_id, created_day);

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
) STRICT;

-- Those that were won or lost, by the days this took.
CREATE TABLE prospect_age (
  unit INTEGER NOT NULL,                   -- of the span in which they came
  source_id INTEGER NOT NULL,              -- where from
  team_id INTEGER NOT NULL,                -- whose credit
  start INTEGER NOT NULL,                  -- the span
  days INTEGER NOT NULL,                   -- from created to won or lost
  won INTEGER NOT NULL,                    -- how many were won
  lost INTEGER NOT NULL,                   -- how many were lost
  revenue INTEGER NOT NULL,                -- of the first purchases, base currency
  PRIMARY KEY (unit, source_id, team_id, start, days)
) STRICT;
