-- 0018_care.sql - how customers are looked after, counted ahead: what is due
-- and done on time, who is met, reached and unhappy, who has no next step, how
-- long problems take and who stays after one.  As in 0002_rollups.sql, whose
-- words it uses, everything repeats the records and is kept by their writes.

-- How long customers of a segment stay active without a contract.
ALTER TABLE rhythm ADD COLUMN window_days INTEGER; -- 90 % of those who buy again do so by; NULL: not known

ALTER TABLE buyer ADD COLUMN live_until INTEGER NOT NULL DEFAULT 0; -- last day on which they are active
ALTER TABLE buyer ADD COLUMN manager_id INTEGER NOT NULL DEFAULT 0; -- who looks after them; 0: nobody
ALTER TABLE buyer ADD COLUMN idle INTEGER CHECK (idle IN (0, 1)); -- 1: no follow-up is open; NULL: asked to be left alone

-- Whom to look at first is told without reading their rows.
DROP INDEX buyer_by_stake;

CREATE INDEX buyer_by_stake ON buyer (problem, stake DESC, customer_id, silent_day, last_day);

-- What was looked up by these is counted ahead now.
DROP INDEX followup_by_first_due;
DROP INDEX contact_by_person;
DROP INDEX followup_event_by_day;

CREATE INDEX buyer_idle ON buyer (manager_id, live_until, customer_id) WHERE idle = 1;

-- Gaps between purchase days that have ended.
CREATE TABLE buyer_gap (
  segment_id INTEGER NOT NULL,             -- whose
  days INTEGER NOT NULL,                   -- from one purchase day to the next
  gaps INTEGER NOT NULL,                   -- how many
  PRIMARY KEY (segment_id, days)
) STRICT;

-- Gaps that have not: customers by the day of their last purchase.
CREATE TABLE buyer_last (
  segment_id INTEGER NOT NULL,             -- whose
  day INTEGER NOT NULL,                    -- of the last purchase
  customers INTEGER NOT NULL,              -- how many
  PRIMARY KEY (segment_id, day)
) STRICT;

-- One person's work for customers.
CREATE TABLE care_day (
  person_id INTEGER NOT NULL,              -- whose
  day INTEGER NOT NULL,                    -- on which
  due INTEGER NOT NULL,                    -- follow-ups that were first due on it, but for cancelled ones
  on_time INTEGER NOT NULL,                -- of them, those done by then
  new_customers INTEGER NOT NULL,          -- customers they look after who first bought on it
  met INTEGER NOT NULL,                    -- of them, those talked to within the days the company allows
  tries INTEGER NOT NULL,                  -- to reach a customer, on it
  reached INTEGER NOT NULL,                -- of them, talks
  unhappy INTEGER NOT NULL,                -- of these, with somebody unhappy
  PRIMARY KEY (person_id, day)
) STRICT, WITHOUT ROWID;

-- Customers who may be contacted, by who looks after them and by the last day
-- on which they are active; units are the day and the month.
CREATE TABLE care_live (
  person_id INTEGER NOT NULL,              -- who looks after them; 0: nobody
  unit INTEGER NOT NULL,                   -- of the span
  start INTEGER NOT NULL,                  -- the span
  live INTEGER NOT NULL,                   -- how many
  idle INTEGER NOT NULL,                   -- of them, those without an open follow-up
  PRIMARY KEY (person_id, unit, start)
) STRICT, WITHOUT ROWID;

-- Open problems, by whose customers have them and who sees to them.
CREATE TABLE problem_count (
  manager_id INTEGER NOT NULL,             -- who looks after the customer; 0: nobody, -1: whoever
  owner_id INTEGER NOT NULL,               -- who sees to it; 0: nobody, -1: whoever
  unit INTEGER NOT NULL,                   -- of the span
  start INTEGER NOT NULL,                  -- the span they are to be solved in; 99999999: no day is set
  open INTEGER NOT NULL,                   -- how many
  PRIMARY KEY (manager_id, owner_id, unit, start)
) STRICT, WITHOUT ROWID;

-- Problems by when they were opened first, and how long they took.
CREATE TABLE problem_time (
  manager_id INTEGER NOT NULL,             -- as in problem_count
  owner_id INTEGER NOT NULL,               -- as in problem_count
  unit INTEGER NOT NULL,                   -- of the span: days and months
  start INTEGER NOT NULL,                  -- the span they were opened in
  times TEXT NOT NULL,                     -- cgi/lib/times.h
  PRIMARY KEY (manager_id, owner_id, unit, start)
) STRICT, WITHOUT ROWID;

-- Who bought again within a year, by the problems they have had.
CREATE TABLE problem_kept (
  day INTEGER NOT NULL,                    -- of the first purchase
  trouble INTEGER NOT NULL,                -- 0: no problem, 1: all are solved, 2: one is open
  customers INTEGER NOT NULL,              -- how many
  again INTEGER NOT NULL,                  -- of them, those who bought again within 365 days
  PRIMARY KEY (day, trouble)
) STRICT;
