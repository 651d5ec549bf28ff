-- 0008_reach.sql - the steps prospects reached, counted ahead: how far they get,
-- and how long they wait for the first contact.  As in 0002_rollups.sql, whose
-- words it uses, everything repeats the records.

ALTER TABLE fate ADD COLUMN reached TEXT NOT NULL DEFAULT ''; -- each step and after how long: cgi/lib/reach.h

ALTER TABLE prospect_count ADD COLUMN waiting INTEGER NOT NULL DEFAULT 0; -- of the open ones: nobody has contacted them yet

-- Prospects by the step they reached, for each day and month in which they
-- came.
CREATE TABLE prospect_reach (
  unit INTEGER NOT NULL,                   -- of the span in which they came
  source_id INTEGER NOT NULL,              -- where from
  team_id INTEGER NOT NULL,                -- whose credit
  start INTEGER NOT NULL,                  -- the span
  step_id INTEGER NOT NULL,                -- a step; 0: contacted, -1: the first contact, in hours
  reached TEXT NOT NULL,                   -- after how long, and what became of them: cgi/lib/reach.h
  PRIMARY KEY (unit, source_id, team_id, start, step_id)
) STRICT;
