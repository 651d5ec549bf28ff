-- 0012_rules.sql - rules that plan follow-ups by themselves.
-- sums: as they were

-- When a talk is to be planned, and about what.
CREATE TABLE rule (
  id INTEGER PRIMARY KEY,                  -- identifier only: says nothing about order
  cause TEXT NOT NULL CHECK (cause IN ('first', 'purchase', 'contract', 'silent', 'problem', 'score')), -- what it answers: schema/queries/rule_*.sql
  days INTEGER NOT NULL CHECK (days BETWEEN 0 AND 730), -- after it; of a contract, before it ends
  product_id INTEGER REFERENCES product (id), -- only who bought it; NULL: whatever was bought
  segment TEXT NOT NULL DEFAULT '',        -- only customers of it; '': of any
  kind TEXT NOT NULL CHECK (kind IN ('call', 'mail', 'visit')), -- of the talk
  subject TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 500), -- of the talk, one line
  from_day INTEGER NOT NULL,               -- plans no talk that was due before this day
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)) -- 0: stopped, but not forgotten
) STRICT;

-- What rules have seen to: never twice for the same cause.
CREATE TABLE rule_done (
  rule_id INTEGER NOT NULL REFERENCES rule (id), -- by which rule
  customer_id INTEGER NOT NULL REFERENCES customer (id), -- for whom
  mark INTEGER NOT NULL,                   -- which cause: its day, or its id
  followup_id INTEGER NOT NULL REFERENCES followup (id), -- what was planned
  PRIMARY KEY (rule_id, customer_id, mark)
) STRICT;

CREATE INDEX buyer_by_silent ON buyer (silent_day) WHERE silent_day IS NOT NULL;
CREATE INDEX customer_by_contract ON customer (contract_end_day) WHERE contract_end_day IS NOT NULL;
CREATE INDEX contact_bad ON contact (day) WHERE outcome = 'unhappy' OR score <= 6;
