-- 0018_urgent.sql - the most urgent of the silent customers are found in the
-- index alone: whoever is not silent needs no look at their row.
-- sums: as they were

DROP INDEX buyer_by_stake;
CREATE INDEX buyer_by_stake ON buyer (problem, stake DESC, customer_id, silent_day, last_day);
