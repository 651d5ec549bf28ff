-- 0001_base.sql - the vault: what only the sign-in program may open.

-- How a person proves who they are.
CREATE TABLE password (
  person_id INTEGER NOT NULL PRIMARY KEY,  -- person.id of the company's store
  hash TEXT NOT NULL,                      -- argon2id with its parameters and salt
  changed_at INTEGER NOT NULL              -- when it was set
) STRICT;

-- Wrong passwords in a row, by the name that was typed.
CREATE TABLE throttle (
  login_key TEXT NOT NULL PRIMARY KEY,     -- the name as typed, folded
  failures INTEGER NOT NULL,               -- since the last success
  until_at INTEGER NOT NULL                -- no try is looked at before
) STRICT;

-- Raised by every write.  One row.
CREATE TABLE change (
  id INTEGER PRIMARY KEY CHECK (id = 1),   -- always 1
  n INTEGER NOT NULL                       -- how often anything changed
) STRICT;

INSERT INTO change (id, n) VALUES (1, 0);
