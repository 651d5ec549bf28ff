-- 0019_unled.sql - who became a customer without having been a lead, counted
-- ahead: they count as customers and revenue, and in no conversion rate.  As in
-- 0002_rollups.sql everything repeats the records.

ALTER TABLE buyer ADD COLUMN unled INTEGER NOT NULL DEFAULT 0 CHECK (unled IN (0, 1)); -- 1: no lead of theirs came before the first purchase

CREATE INDEX buyer_by_unled ON buyer (first_day, customer_id) WHERE unled = 1;

-- Customers without a lead by the day of their first purchase.
CREATE TABLE buyer_unled (
  day INTEGER NOT NULL PRIMARY KEY,        -- of the first purchase
  customers INTEGER NOT NULL,              -- how many
  revenue INTEGER NOT NULL                 -- of that day, base currency
) STRICT;
