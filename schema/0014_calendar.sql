-- 0014_calendar.sql - whose follow-ups a calendar may read at a secret address.
-- sums: as they were

-- Secret addresses, one for a person at most.
CREATE TABLE calendar_feed (
  person_id INTEGER NOT NULL PRIMARY KEY REFERENCES person (id), -- whose follow-ups
  key_hash TEXT NOT NULL CHECK (length(key_hash) = 64), -- SHA-256 of the secret, which is kept nowhere
  made_at INTEGER NOT NULL                 -- when the address was made
) STRICT;

CREATE UNIQUE INDEX calendar_feed_by_key ON calendar_feed (key_hash);
