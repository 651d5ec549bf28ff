-- 0001_base.sql - the vault: what only the sign-in program may open.

CREATE TABLE password (
  person_id INTEGER NOT NULL PRIMARY KEY,  -- person.id of the company's store
  hash TEXT NOT NULL,                      -- argon2id with its parameters and salt
  changed_at INTEGER NOT NULL
) STRICT;

-- Wrong passwords in a row, by the name that was typed.
CREATE TABLE throttle (
  login_key TEXT NOT NULL PRIMARY KEY,
  failures INTEGER NOT NULL,
  until_at INTEGER NOT NULL                -- no try is looked at before
) STRICT;

CREATE TABLE change (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  n INTEGER NOT NULL
) STRICT;

INSERT INTO change (id, n) VALUES (1, 0);
