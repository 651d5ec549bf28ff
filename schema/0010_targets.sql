-- 0010_targets.sql - the share of leads that teams are to turn into customers.
-- sums: as they were

-- What somebody aims at, from a day on.
CREATE TABLE target (
  team_id INTEGER NOT NULL,                -- whose; 0: of all together, and of teams without one
  from_day INTEGER NOT NULL,               -- the first day it holds
  percent INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 100), -- of the leads that are old enough; 0: no target any more
  PRIMARY KEY (team_id, from_day)
) STRICT;
