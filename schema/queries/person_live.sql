-- How many active customers a person looks after who may be contacted and have
-- no open follow-up (F4).
--   month  of :as_of, whose last day is :month_till
-- no scope: shown only beside rows in sight, which are all of them or none.
-- in:  person int, as_of int, month_till int, month int
-- out: idle int
SELECT CAST(COALESCE(SUM(idle), 0) AS BIGINT) AS idle
FROM (SELECT care_live.idle FROM care_live
      WHERE care_live.person_id = :person AND care_live.unit = 0
        AND care_live.start >= :as_of AND care_live.start <= :month_till
      UNION ALL
      SELECT care_live.idle FROM care_live
      WHERE care_live.person_id = :person AND care_live.unit = 2
        AND care_live.start > :month) cared
