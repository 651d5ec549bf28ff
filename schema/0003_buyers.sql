-- 0003_buyers.sql - customers by what they buy, counted ahead: who came back,
-- what they brought, who has been silent for longer than usual.  As in
-- 0002_rollups.sql everything repeats the records and is kept by their writes.
--
-- A segment id of -1 stands for everybody.  Logarithms of days, and squares of
-- them, are integers: ten thousand millionths (cgi/lib/rhythm.h).

-- Segments that customers name; one without a name has none.
CREATE TABLE segment (
  id INTEGER PRIMARY KEY,                  -- identifier only: says nothing about order
  name TEXT NOT NULL UNIQUE                -- as customers carry it
) STRICT;

-- What silences are judged by, since the last time all were judged.
CREATE TABLE rhythm (
  segment_id INTEGER NOT NULL PRIMARY KEY, -- whose
  judged_day INTEGER NOT NULL,             -- ages were counted up to this day
  customers INTEGER NOT NULL,              -- who have bought
  gaps INTEGER NOT NULL,                   -- between their purchase days
  spare INTEGER NOT NULL,                  -- gaps less one per customer with gaps
  ln INTEGER NOT NULL,                     -- sum of logarithms of the gaps
  squares INTEGER NOT NULL,                -- about each customer's own mean
  return_days INTEGER                      -- 90 % of those who return do so by; NULL: not known
) STRICT;

-- One customer who has bought.
CREATE TABLE buyer (
  customer_id INTEGER NOT NULL PRIMARY KEY REFERENCES customer (id), -- who
  segment_id INTEGER NOT NULL,             -- 0: none
  first_day INTEGER NOT NULL,              -- of a purchase
  last_day INTEGER NOT NULL,               -- of a purchase
  days INTEGER NOT NULL CHECK (days >= 1), -- on which they bought
  second INTEGER,                          -- days from the first to the second; NULL: none yet
  gaps INTEGER NOT NULL,                   -- between purchase days
  ln INTEGER NOT NULL,                     -- sum of logarithms of the gaps
  ln_2 INTEGER NOT NULL,                   -- sum of their squares
  silent_day INTEGER,                      -- silent for longer than usual from this day on; NULL: never
  stake INTEGER NOT NULL,                  -- urgency cannot be more than this in the first year of silence
  problem INTEGER NOT NULL CHECK (problem IN (0, 1)) -- 1: one is open
) STRICT;

CREATE INDEX buyer_by_stake ON buyer (problem, stake DESC, customer_id);
CREATE INDEX buyer_by_first ON buyer (first_day);

-- Customers by the day of their first purchase.
CREATE TABLE buyer_first (
  segment_id INTEGER NOT NULL,             -- whose
  day INTEGER NOT NULL,                    -- of the first purchase
  customers INTEGER NOT NULL,              -- how many
  again INTEGER NOT NULL,                  -- who have bought again at all
  within_30 INTEGER NOT NULL,              -- again within 30 days
  within_60 INTEGER NOT NULL,              -- within 60
  within_90 INTEGER NOT NULL,              -- within 90
  within_180 INTEGER NOT NULL,             -- within 180
  within_365 INTEGER NOT NULL,             -- within 365
  PRIMARY KEY (segment_id, day)
) STRICT;

-- Those who have bought again, by the days until then.
CREATE TABLE buyer_again (
  segment_id INTEGER NOT NULL,             -- whose
  days INTEGER NOT NULL,                   -- from the first purchase to the second
  customers INTEGER NOT NULL,              -- how many
  PRIMARY KEY (segment_id, days)
) STRICT;

-- Customers by the month of their first purchase and the months they bought in.
CREATE TABLE buyer_month (
  first_month INTEGER NOT NULL,            -- of the first purchase
  month INTEGER NOT NULL,                  -- of another, or the same
  bought INTEGER NOT NULL,                 -- how many bought in it
  last INTEGER NOT NULL,                   -- for how many it was the last so far
  PRIMARY KEY (first_month, month)
) STRICT;

-- What customers who have bought paid, refunds taken off.
CREATE TABLE buyer_revenue (
  day INTEGER NOT NULL PRIMARY KEY,        -- of the purchase or refund
  amount INTEGER NOT NULL                  -- base currency
) STRICT;

-- Sums of all days up to one: who is silent for longer than usual on it, and
-- what they paid in the 12 months before.
CREATE TABLE buyer_silent (
  day INTEGER NOT NULL PRIMARY KEY,        -- on which something changes
  customers INTEGER NOT NULL,              -- who are silent from then on
  revenue INTEGER NOT NULL                 -- what is added, or is a year old now
) STRICT;

-- What silences would be judged by if all were judged now.
CREATE TABLE buyer_rhythm (
  segment_id INTEGER NOT NULL PRIMARY KEY, -- whose
  customers INTEGER NOT NULL,              -- who have bought
  gaps INTEGER NOT NULL,                   -- between their purchase days
  spare INTEGER NOT NULL,                  -- gaps less one per customer with gaps
  ln INTEGER NOT NULL,                     -- sum of logarithms of the gaps
  squares INTEGER NOT NULL                 -- about each customer's own mean
) STRICT;
