-- 0020_merge.sql - customers who were recorded twice: one stays, all that is
-- recorded of the other one moves there, and the other one is left as a shell
-- that no list shows.  Shells are not merged on, and nobody who has shells is
-- merged: so there are no chains and no loops.
-- sums: as they were

ALTER TABLE customer ADD COLUMN merged_into INTEGER; -- the customer.id that stands for this one; NULL: itself

CREATE INDEX customer_merged ON customer (merged_into) WHERE merged_into IS NOT NULL;

-- Somebody's customers are listed without looking at their rows.
DROP INDEX customer_by_manager;

CREATE INDEX customer_by_manager ON customer (manager_id, name_key, merged_into);

-- One customer was found to be the same as another one.
CREATE TABLE customer_merge (
  id INTEGER PRIMARY KEY,                  -- identifier only: says nothing about order
  from_id INTEGER NOT NULL REFERENCES customer (id), -- whose records moved
  into_id INTEGER NOT NULL REFERENCES customer (id), -- who has them now
  person_id INTEGER REFERENCES person (id), -- who did it; NULL: the program
  at INTEGER NOT NULL,                     -- when it happened
  day INTEGER NOT NULL,                    -- its day
  why TEXT NOT NULL DEFAULT '',            -- in their own words
  undone_at INTEGER,                       -- when it was taken back; NULL: it stands
  undone_by INTEGER REFERENCES person (id) -- by whom
) STRICT;

CREATE UNIQUE INDEX customer_merge_standing ON customer_merge (from_id) WHERE undone_at IS NULL;
CREATE INDEX customer_merge_into ON customer_merge (into_id);

-- What moved then, so that exactly this moves back.
CREATE TABLE customer_merge_row (
  merge_id INTEGER NOT NULL REFERENCES customer_merge (id), -- by which merge
  kind TEXT NOT NULL CHECK (kind IN ('purchase', 'lead', 'followup', 'contact', 'problem', 'review', 'referral', 'manager', 'rule', 'stays')), -- of which table: referral by its lead, rule_done by its follow-up; stays: a row of customer_manager that the merge added
  row_id INTEGER NOT NULL,                 -- which row of it
  PRIMARY KEY (merge_id, kind, row_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX rule_done_by_customer ON rule_done (customer_id);
