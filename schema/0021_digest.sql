-- 0021_digest.sql - who gets the daily e-mail.
-- sums: as they were

-- Who has asked for it.  The key is kept as it is, unlike that of a calendar:
-- every message holds it, so it must be known each day, and who finds it here
-- can do no more with it than end this person's e-mail.
CREATE TABLE person_digest (
  person_id INTEGER NOT NULL PRIMARY KEY REFERENCES person (id), -- who gets it
  email TEXT NOT NULL CHECK (length(email) BETWEEN 3 AND 254), -- where
  stop_key TEXT NOT NULL CHECK (length(stop_key) = 32), -- secret of the address that ends it, hexadecimal
  last_day INTEGER NOT NULL DEFAULT 0,     -- when it was last sent, refused for good, or had nothing to say
  taken_at INTEGER NOT NULL DEFAULT 0,     -- when a run took it up that has not ended; 0: none has
  refused TEXT NOT NULL DEFAULT ''         -- what the mail server answered when it refused the last one for good
) STRICT;

CREATE UNIQUE INDEX person_digest_by_key ON person_digest (stop_key);
