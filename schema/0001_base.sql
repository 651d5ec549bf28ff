-- 0001_base.sql - the company's records.
--
-- Rows are facts with their real times: nothing that happened is overwritten,
-- so any page of the past can be computed again.  What a row adds for speed or
-- for the next click (a follow-up's state, a customer's manager) repeats its
-- events and is written in the same transaction.
--
-- Words used in every table:
--   *_at     seconds since 1970-01-01 00:00 UTC
--   *_day    days since 1970-01-01 in the company's time zone, fixed when written
--   *_month  year * 12 + month - 1
--   amounts  integers in minor units (cents, kopecks)
--   *_key    a text folded for search and comparison, computed in C
--   origin   the system a row was imported from, '' when entered here;
--   origin_id  the row's own id there: importing it again changes, never doubles
--   version  raised by every change; an edit names the version it saw

-- The company: exactly one row.
CREATE TABLE company (
  id INTEGER PRIMARY KEY CHECK (id = 1),   -- always 1
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200), -- shown on every page
  time_zone TEXT NOT NULL,                 -- name in the tz database, Europe/Moscow
  currency TEXT NOT NULL CHECK (length(currency) = 3), -- ISO 4217, of all base amounts
  language TEXT NOT NULL CHECK (language IN ('en', 'ru')), -- for who has not chosen
  horizon_days INTEGER NOT NULL CHECK (horizon_days BETWEEN 1 AND 730), -- H: time allowed to buy
  new_cycle_days INTEGER NOT NULL CHECK (new_cycle_days >= 0), -- quiet time after which the same person is a new prospect
  contact_days INTEGER NOT NULL CHECK (contact_days BETWEEN 1 AND 365), -- first contact is due so long after a purchase
  sales_since_day INTEGER,                 -- sales are recorded only since; older cohorts are not comparable
  demo INTEGER NOT NULL CHECK (demo IN (0, 1)), -- 1: made up by "salesboard demo"
  created_at INTEGER NOT NULL              -- when the store was made
) STRICT;

-- Raised by every write: pages with the same number are the same.  One row.
CREATE TABLE change (
  id INTEGER PRIMARY KEY CHECK (id = 1),   -- always 1
  n INTEGER NOT NULL                       -- how often anything changed
) STRICT;

-- Forms already carried out, by the random id each form carries: a second
-- click finds its row and is sent where the first one went.
CREATE TABLE done_once (
  nonce TEXT NOT NULL PRIMARY KEY CHECK (length(nonce) = 32), -- the form's random id, hexadecimal
  person_id INTEGER NOT NULL,              -- who sent it
  place TEXT NOT NULL,                     -- address the first one was sent to
  done_at INTEGER NOT NULL                 -- when
) STRICT;

CREATE INDEX done_once_by_time ON done_once (done_at);

-- A group of people who sell.
CREATE TABLE team (
  id INTEGER PRIMARY KEY,                  -- identifier only: says nothing about order
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200), -- as people write it
  name_key TEXT NOT NULL UNIQUE,           -- name, folded: no two alike
  region TEXT NOT NULL DEFAULT '',         -- several teams may share one
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)) -- 0: gone, but not forgotten
) STRICT;

-- Everybody who sells, looks after customers or signs in.
CREATE TABLE person (
  id INTEGER PRIMARY KEY,                  -- identifier only: says nothing about order
  login TEXT UNIQUE CHECK (length(login) BETWEEN 1 AND 200), -- NULL: cannot sign in
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200), -- of the person
  name_key TEXT NOT NULL,                  -- name, folded
  email TEXT NOT NULL DEFAULT '',          -- '' when not known
  role TEXT NOT NULL CHECK (role IN ('viewer', 'rep', 'lead', 'head', 'administrator')), -- what they may see and do: cgi/lib/auth.c
  language TEXT NOT NULL DEFAULT '' CHECK (language IN ('', 'en', 'ru')), -- '': the company's
  theme TEXT NOT NULL DEFAULT '' CHECK (theme IN ('', 'light', 'dark')), -- '': the system's
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)), -- 0: gone, but not forgotten
  origin TEXT NOT NULL DEFAULT '',         -- system it was imported from, '' when entered here
  origin_id TEXT NOT NULL DEFAULT '',      -- its own id there
  created_at INTEGER NOT NULL              -- when it came into the records
) STRICT;

CREATE INDEX person_by_name ON person (name_key);
CREATE UNIQUE INDEX person_by_origin ON person (origin, origin_id) WHERE origin_id <> '';

-- Which team a person belongs to since a day; the newest row not after a day
-- holds.  Somebody who moves leaves the past where it was.
CREATE TABLE membership (
  person_id INTEGER NOT NULL REFERENCES person (id), -- who
  from_day INTEGER NOT NULL,               -- first day in the team
  team_id INTEGER REFERENCES team (id),    -- NULL: in no team from then on
  PRIMARY KEY (person_id, from_day)
) STRICT;

CREATE INDEX membership_by_team ON membership (team_id);

-- Who is signed in.  Only a hash of the cookie's token is kept.
CREATE TABLE session (
  token_hash TEXT NOT NULL PRIMARY KEY CHECK (length(token_hash) = 64), -- SHA-256, hex
  person_id INTEGER NOT NULL REFERENCES person (id), -- who is signed in
  created_at INTEGER NOT NULL,             -- when they signed in; it ends hours later in any case
  seen_at INTEGER NOT NULL,                -- written at most every few minutes
  agent TEXT NOT NULL DEFAULT ''           -- the browser's own words, shortened
) STRICT;

CREATE INDEX session_by_person ON session (person_id);

-- Where prospects come from.
CREATE TABLE source (
  id INTEGER PRIMARY KEY,                  -- identifier only: says nothing about order
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200), -- as people write it
  name_key TEXT NOT NULL UNIQUE,           -- name, folded: no two alike
  class TEXT NOT NULL DEFAULT 'other' CHECK (class IN ('referral', 'review', 'customer', 'other')) -- the first three grow from relationships
) STRICT;

-- Something a source is made better known by.
CREATE TABLE campaign (
  id INTEGER PRIMARY KEY,                  -- identifier only: says nothing about order
  source_id INTEGER NOT NULL REFERENCES source (id), -- which source it belongs to
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200), -- as people write it
  name_key TEXT NOT NULL,                  -- name, folded: unique in its source
  UNIQUE (source_id, name_key)
) STRICT;

-- What a source, or one campaign of it, cost in a month.
CREATE TABLE spend (
  id INTEGER PRIMARY KEY,                  -- identifier only: says nothing about order
  source_id INTEGER NOT NULL REFERENCES source (id), -- on which source
  campaign_id INTEGER REFERENCES campaign (id), -- NULL: the source as a whole
  month INTEGER NOT NULL,                  -- year * 12 + month - 1
  amount INTEGER NOT NULL CHECK (amount BETWEEN 0 AND 9000000000000000) -- base currency
) STRICT;

CREATE UNIQUE INDEX spend_once ON spend (month, source_id, COALESCE(campaign_id, 0));

-- What is asked for and bought.
CREATE TABLE product (
  id INTEGER PRIMARY KEY,                  -- identifier only: says nothing about order
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200), -- as people write it
  name_key TEXT NOT NULL UNIQUE            -- name, folded: no two alike
) STRICT;

-- The steps of the funnel between contacted and won, in order.
CREATE TABLE step (
  id INTEGER PRIMARY KEY,                  -- identifier only: says nothing about order
  position INTEGER NOT NULL UNIQUE,        -- 1 comes first
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200), -- as people write it
  name_key TEXT NOT NULL UNIQUE            -- name, folded: no two alike
) STRICT;

-- Why a lead was lost, or does not count.
CREATE TABLE reason (
  id INTEGER PRIMARY KEY,                  -- identifier only: says nothing about order
  kind TEXT NOT NULL CHECK (kind IN ('lost', 'invalid')), -- of which kind of end
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200), -- as people write it
  name_key TEXT NOT NULL,                  -- name, folded: unique in its kind
  UNIQUE (kind, name_key)
) STRICT;

-- A person or firm that has bought, or is looked after as if it had.
CREATE TABLE customer (
  id INTEGER PRIMARY KEY,                  -- identifier only: says nothing about order
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200), -- as people write it
  name_key TEXT NOT NULL,                  -- name, folded
  contact TEXT NOT NULL DEFAULT '',        -- whom to ask for
  email TEXT NOT NULL DEFAULT '',          -- as written
  email_key TEXT NOT NULL DEFAULT '',      -- to compare by
  phone TEXT NOT NULL DEFAULT '',          -- as written
  phone_key TEXT NOT NULL DEFAULT '',      -- digits, with the country's
  segment TEXT NOT NULL DEFAULT '',        -- '' when not known; rhythms are judged within one
  manager_id INTEGER REFERENCES person (id), -- newest row of customer_manager
  contract_end_day INTEGER,                -- NULL: buys freely, without a contract
  do_not_contact INTEGER NOT NULL DEFAULT 0 CHECK (do_not_contact IN (0, 1)), -- 1: asked to be left alone
  origin TEXT NOT NULL DEFAULT '',         -- system it was imported from, '' when entered here
  origin_id TEXT NOT NULL DEFAULT '',      -- its own id there
  created_at INTEGER NOT NULL,             -- when it came into the records
  created_day INTEGER NOT NULL,            -- its day
  version INTEGER NOT NULL DEFAULT 1       -- raised by every change
) STRICT;

CREATE INDEX customer_by_name ON customer (name_key);
CREATE INDEX customer_by_manager ON customer (manager_id, name_key);
CREATE INDEX customer_by_email ON customer (email_key) WHERE email_key <> '';
CREATE INDEX customer_by_phone ON customer (phone_key) WHERE phone_key <> '';
CREATE UNIQUE INDEX customer_by_origin ON customer (origin, origin_id) WHERE origin_id <> '';

-- Who has looked after a customer, since when.
CREATE TABLE customer_manager (
  id INTEGER PRIMARY KEY,                  -- identifier only: says nothing about order
  customer_id INTEGER NOT NULL REFERENCES customer (id), -- looked after
  person_id INTEGER REFERENCES person (id), -- NULL: nobody from then on
  at INTEGER NOT NULL,                     -- when it happened
  day INTEGER NOT NULL                     -- its day
) STRICT;

CREATE INDEX customer_manager_by_customer ON customer_manager (customer_id, at);

-- One inquiry.  Inquiries of one person while a buying cycle is open are one
-- prospect: prospect_id names the first of them (itself for the first).
CREATE TABLE lead (
  id INTEGER PRIMARY KEY,                  -- identifier only: says nothing about order
  prospect_id INTEGER REFERENCES lead (id), -- the first inquiry of its buying cycle, itself for the first
  repeat_deal INTEGER NOT NULL DEFAULT 0 CHECK (repeat_deal IN (0, 1)), -- 1: had bought before; no prospect
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200), -- of the person or firm that asked
  name_key TEXT NOT NULL,                  -- name, folded
  email TEXT NOT NULL DEFAULT '',          -- as written
  email_key TEXT NOT NULL DEFAULT '',      -- to compare by
  phone TEXT NOT NULL DEFAULT '',          -- as written
  phone_key TEXT NOT NULL DEFAULT '',      -- to compare by: digits with the country's
  source_id INTEGER REFERENCES source (id), -- NULL: not recorded
  campaign_id INTEGER REFERENCES campaign (id), -- NULL: none, or not recorded
  product_id INTEGER REFERENCES product (id), -- asked for; NULL: not recorded
  customer_id INTEGER REFERENCES customer (id), -- set when won, or known before
  cost INTEGER NOT NULL DEFAULT 0 CHECK (cost BETWEEN 0 AND 9000000000000000), -- own price, beside its share of spend
  created_at INTEGER NOT NULL,             -- when the inquiry came
  created_day INTEGER NOT NULL,            -- its day: the cohort it belongs to
  created_month INTEGER NOT NULL,          -- of created_day
  origin TEXT NOT NULL DEFAULT '',         -- system it was imported from, '' when entered here
  origin_id TEXT NOT NULL DEFAULT '',      -- its own id there
  version INTEGER NOT NULL DEFAULT 1       -- raised by every change
) STRICT;

CREATE INDEX lead_by_day ON lead (created_day);
CREATE INDEX lead_by_source ON lead (source_id, created_month);
CREATE INDEX lead_by_prospect ON lead (prospect_id);
CREATE INDEX lead_by_customer ON lead (customer_id);
CREATE INDEX lead_by_email ON lead (email_key) WHERE email_key <> '';
CREATE INDEX lead_by_phone ON lead (phone_key) WHERE phone_key <> '';
CREATE UNIQUE INDEX lead_by_origin ON lead (origin, origin_id) WHERE origin_id <> '';

-- What happened to a lead after it was created.
CREATE TABLE lead_event (
  id INTEGER PRIMARY KEY,                  -- identifier only: says nothing about order
  lead_id INTEGER NOT NULL REFERENCES lead (id), -- which lead
  kind TEXT NOT NULL CHECK (kind IN ('assigned', 'contacted', 'step', 'won', 'lost', 'reopened', 'invalid', 'valid')), -- what happened
  at INTEGER NOT NULL,                     -- when it happened
  day INTEGER NOT NULL,                    -- its day
  actor_id INTEGER REFERENCES person (id), -- who recorded it; NULL: an import
  owner_id INTEGER REFERENCES person (id), -- assigned: to whom; NULL: to nobody
  step_id INTEGER REFERENCES step (id),    -- step: which one was reached
  reason_id INTEGER REFERENCES reason (id), -- lost, invalid: why; NULL: not given
  note TEXT NOT NULL DEFAULT ''            -- in their own words
) STRICT;

CREATE INDEX lead_event_by_lead ON lead_event (lead_id, kind, at);
CREATE INDEX lead_event_by_owner ON lead_event (owner_id) WHERE owner_id IS NOT NULL;

-- Money from customers.  A refund is a row of its own, on its own day.
CREATE TABLE purchase (
  id INTEGER PRIMARY KEY,                  -- identifier only: says nothing about order
  customer_id INTEGER NOT NULL REFERENCES customer (id), -- who bought
  lead_id INTEGER REFERENCES lead (id),    -- the lead that was won by it
  product_id INTEGER REFERENCES product (id), -- what; NULL: not recorded
  refund_of INTEGER REFERENCES purchase (id), -- refunds: what is paid back, if known
  at INTEGER NOT NULL,                     -- when
  day INTEGER NOT NULL,                    -- its day
  month INTEGER NOT NULL,                  -- of day
  amount INTEGER NOT NULL CHECK (amount BETWEEN -9000000000000000 AND 9000000000000000), -- refunds are negative
  currency TEXT NOT NULL CHECK (length(currency) = 3), -- of amount
  base_amount INTEGER NOT NULL CHECK (base_amount BETWEEN -9000000000000000 AND 9000000000000000), -- at the day's rate, never revalued
  origin TEXT NOT NULL DEFAULT '',         -- system it was imported from, '' when entered here
  origin_id TEXT NOT NULL DEFAULT ''       -- its own id there
) STRICT;

CREATE INDEX purchase_by_customer ON purchase (customer_id, day, base_amount);
CREATE INDEX purchase_by_day ON purchase (day);
CREATE INDEX purchase_by_lead ON purchase (lead_id) WHERE lead_id IS NOT NULL;
CREATE INDEX purchase_by_refund ON purchase (refund_of) WHERE refund_of IS NOT NULL;
CREATE UNIQUE INDEX purchase_by_origin ON purchase (origin, origin_id) WHERE origin_id <> '';

-- The next talk with a customer.
CREATE TABLE followup (
  id INTEGER PRIMARY KEY,                  -- identifier only: says nothing about order
  customer_id INTEGER NOT NULL REFERENCES customer (id), -- whom to talk to
  owner_id INTEGER NOT NULL REFERENCES person (id), -- who is to do it
  kind TEXT NOT NULL CHECK (kind IN ('call', 'mail', 'visit')), -- how
  cause TEXT NOT NULL CHECK (cause IN ('hand', 'purchase', 'silent', 'problem', 'score', 'contract')), -- why it exists
  subject TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 500), -- what about, one line
  due_day INTEGER NOT NULL,                -- when
  first_due_day INTEGER NOT NULL,          -- before any snooze
  state TEXT NOT NULL CHECK (state IN ('open', 'done', 'cancelled')), -- what its newest event says
  snoozes INTEGER NOT NULL DEFAULT 0,      -- how often it was put off
  created_at INTEGER NOT NULL,             -- when it came into the records
  created_day INTEGER NOT NULL,            -- its day
  version INTEGER NOT NULL DEFAULT 1       -- raised by every change
) STRICT;

CREATE INDEX followup_by_owner ON followup (owner_id, state, due_day);
CREATE INDEX followup_by_customer ON followup (customer_id, state, due_day);
CREATE INDEX followup_by_due ON followup (state, due_day);

-- What happened to a follow-up.
CREATE TABLE followup_event (
  id INTEGER PRIMARY KEY,                  -- identifier only: says nothing about order
  followup_id INTEGER NOT NULL REFERENCES followup (id), -- which one
  kind TEXT NOT NULL CHECK (kind IN ('created', 'snoozed', 'done', 'cancelled', 'reopened', 'assigned')), -- what happened
  at INTEGER NOT NULL,                     -- when it happened
  day INTEGER NOT NULL,                    -- its day
  actor_id INTEGER REFERENCES person (id), -- who did it; NULL: an import or a rule
  due_day INTEGER,                         -- created, snoozed, reopened: due then
  owner_id INTEGER REFERENCES person (id), -- created, assigned: whose it is then
  note TEXT NOT NULL DEFAULT ''            -- in their own words
) STRICT;

CREATE INDEX followup_event_by_followup ON followup_event (followup_id, at);
CREATE INDEX followup_event_by_day ON followup_event (day, kind);

-- One talk with a customer, or a try.
CREATE TABLE contact (
  id INTEGER PRIMARY KEY,                  -- identifier only: says nothing about order
  customer_id INTEGER NOT NULL REFERENCES customer (id), -- with whom
  followup_id INTEGER REFERENCES followup (id), -- the follow-up it answers
  person_id INTEGER REFERENCES person (id), -- by whom; NULL: not recorded
  kind TEXT NOT NULL CHECK (kind IN ('call', 'mail', 'visit')), -- how
  outcome TEXT NOT NULL CHECK (outcome IN ('happy', 'neutral', 'unhappy', 'more', 'no_answer', 'wrong_contact', 'do_not_contact')), -- how it ended
  score INTEGER CHECK (score BETWEEN 0 AND 10), -- 0 to 10 where it was asked
  note TEXT NOT NULL DEFAULT '',           -- what was said
  at INTEGER NOT NULL,                     -- when it happened
  day INTEGER NOT NULL                     -- its day
) STRICT;

CREATE INDEX contact_by_customer ON contact (customer_id, at);
CREATE INDEX contact_by_followup ON contact (followup_id) WHERE followup_id IS NOT NULL;

-- Something a customer is not happy with.
CREATE TABLE problem (
  id INTEGER PRIMARY KEY,                  -- identifier only: says nothing about order
  customer_id INTEGER NOT NULL REFERENCES customer (id), -- who has it
  owner_id INTEGER REFERENCES person (id), -- who sees to it
  contact_id INTEGER REFERENCES contact (id), -- the talk in which it was heard
  what TEXT NOT NULL CHECK (length(what) BETWEEN 1 AND 2000), -- as heard
  cause TEXT NOT NULL DEFAULT '',          -- '' while not known
  cost INTEGER NOT NULL DEFAULT 0 CHECK (cost BETWEEN 0 AND 9000000000000000), -- base currency
  due_day INTEGER,                         -- solved by then; NULL: no day is set
  state TEXT NOT NULL CHECK (state IN ('open', 'solved')), -- what its newest event says
  version INTEGER NOT NULL DEFAULT 1       -- raised by every change
) STRICT;

CREATE INDEX problem_by_customer ON problem (customer_id, state);

-- What happened to a problem.
CREATE TABLE problem_event (
  id INTEGER PRIMARY KEY,                  -- identifier only: says nothing about order
  problem_id INTEGER NOT NULL REFERENCES problem (id), -- which one
  kind TEXT NOT NULL CHECK (kind IN ('opened', 'solved', 'reopened')), -- what happened
  at INTEGER NOT NULL,                     -- when it happened
  day INTEGER NOT NULL,                    -- its day
  actor_id INTEGER REFERENCES person (id), -- who did it; NULL: an import or a rule
  note TEXT NOT NULL DEFAULT ''            -- in their own words
) STRICT;

CREATE INDEX problem_event_by_problem ON problem_event (problem_id, at);

-- A review a customer was asked for; each day is NULL until it comes.
CREATE TABLE review (
  id INTEGER PRIMARY KEY,                  -- identifier only: says nothing about order
  customer_id INTEGER NOT NULL REFERENCES customer (id), -- who was asked
  contact_id INTEGER REFERENCES contact (id), -- the talk in which; NULL: another way
  place TEXT NOT NULL DEFAULT '',          -- where it is published
  rating INTEGER CHECK (rating BETWEEN 1 AND 5), -- stars; NULL until published
  asked_day INTEGER,                       -- asked for it
  promised_day INTEGER,                    -- promised it
  published_day INTEGER                    -- published it
) STRICT;

CREATE INDEX review_by_customer ON review (customer_id);

-- A customer recommended us to a prospect.  One referrer per lead: the first.
CREATE TABLE referral (
  lead_id INTEGER NOT NULL PRIMARY KEY REFERENCES lead (id), -- who was recommended to us
  customer_id INTEGER NOT NULL REFERENCES customer (id), -- who recommended
  at INTEGER NOT NULL,                     -- when we heard of it
  day INTEGER NOT NULL                     -- its day
) STRICT;

CREATE INDEX referral_by_customer ON referral (customer_id);

-- Files that were imported.
CREATE TABLE import_run (
  id INTEGER PRIMARY KEY,                  -- identifier only: says nothing about order
  kind TEXT NOT NULL CHECK (kind IN ('people', 'leads', 'customers', 'purchases', 'spend')), -- of what
  origin TEXT NOT NULL,                    -- from which system
  file TEXT NOT NULL,                      -- its name, without folders
  rows INTEGER NOT NULL,                   -- read
  added INTEGER NOT NULL,                  -- new
  changed INTEGER NOT NULL,                -- known before, and different
  at INTEGER NOT NULL                      -- when
) STRICT;

INSERT INTO change (id, n) VALUES (1, 0);
