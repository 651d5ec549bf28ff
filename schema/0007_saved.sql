-- 0007_saved.sql - pages with their filters, kept under a name.
-- sums: as they were

-- A view that somebody has saved.
CREATE TABLE saved_view (
  id INTEGER PRIMARY KEY,                  -- identifier only: says nothing about order
  person_id INTEGER NOT NULL REFERENCES person (id), -- whose it is
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100), -- as its owner calls it
  name_key TEXT NOT NULL,                  -- name, folded
  address TEXT NOT NULL CHECK (length(address) BETWEEN 1 AND 2000), -- path and query on this site
  shared INTEGER NOT NULL DEFAULT 0 CHECK (shared IN (0, 1)), -- 1: everybody finds it
  created_at INTEGER NOT NULL              -- when it was first saved
) STRICT;

CREATE UNIQUE INDEX saved_view_by_name ON saved_view (person_id, name_key);
CREATE INDEX saved_view_of_all ON saved_view (name_key) WHERE shared = 1;
