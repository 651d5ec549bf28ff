-- 0004_followups.sql - follow-ups, counted ahead: how many are due when, and
-- what the customers behind the overdue ones have paid.  As in
-- 0002_rollups.sql, whose words it uses, everything repeats the records.

-- Who may see a follow-up depends on the customer's account manager.
ALTER TABLE followup ADD COLUMN manager_id INTEGER REFERENCES person (id);

UPDATE followup
SET manager_id = (SELECT customer.manager_id FROM customer
                  WHERE customer.id = followup.customer_id);

-- Few of all follow-ups are open.
DROP INDEX followup_by_owner;
DROP INDEX followup_by_due;

CREATE INDEX followup_open_by_day ON followup (due_day) WHERE state = 'open';
CREATE INDEX followup_open_by_owner ON followup (owner_id, due_day) WHERE state = 'open';
CREATE INDEX followup_open_by_manager ON followup (manager_id, due_day) WHERE state = 'open';

-- Follow-ups by whose they are and whose customers they concern; units are the
-- day and the month.
CREATE TABLE followup_count (
  manager_id INTEGER NOT NULL,             -- who looks after the customer; 0: nobody, -1: whoever
  owner_id INTEGER NOT NULL,               -- whose follow-up it is; -1: whoever
  unit INTEGER NOT NULL,                   -- of the span
  start INTEGER NOT NULL,                  -- the span
  due INTEGER NOT NULL,                    -- open ones that are due in it
  done INTEGER NOT NULL,                   -- done in it, and not opened again; days only
  stake INTEGER NOT NULL,                  -- by how much 12 months' revenue of customers with an overdue one rises in it
  PRIMARY KEY (manager_id, owner_id, unit, start)
) STRICT, WITHOUT ROWID;
