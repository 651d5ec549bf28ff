-- 0015_prospect_block.sql - prospects in columns, many to a row: for what no sum
-- tells apart, such as the people of all teams or one product, pages count them
-- one by one, and a row for each would be read too slowly.  As in
-- 0002_rollups.sql everything repeats the records.

ALTER TABLE fate ADD COLUMN product_id INTEGER NOT NULL DEFAULT 0; -- what they asked for; 0: not recorded
ALTER TABLE fate ADD COLUMN segment_id INTEGER NOT NULL DEFAULT 0; -- of who asks; 0: not recorded

-- What fate says, of the prospects whose ids follow each other.
CREATE TABLE prospect_block (
  id INTEGER NOT NULL PRIMARY KEY,         -- of their first inquiries, divided by 160
  first_day INTEGER NOT NULL,              -- on which the first of them came
  last_day INTEGER NOT NULL,               -- on which the last of them came
  first_end INTEGER,                       -- first day on which one was won or lost; NULL: none was
  last_end INTEGER,                        -- last day on which one was won or lost
  prospects TEXT NOT NULL                  -- cgi/lib/prospects.h
) STRICT;

-- Days that cannot be: told as what is wrong in the data.
CREATE INDEX fate_early ON fate (created_day) WHERE end_day < created_day AND state IN ('won', 'lost');

CREATE INDEX prospect_block_by_day ON prospect_block (last_day, first_day);
CREATE INDEX prospect_block_by_end ON prospect_block (last_end, first_end) WHERE last_end IS NOT NULL;
