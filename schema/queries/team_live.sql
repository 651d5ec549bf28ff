-- The active customers a team's people look after who may be contacted, and
-- those of them who have no open follow-up (F4).
--   month  of :as_of, whose last day is :month_till
-- in:  scope, as_of int, team int, month_till int, month int
-- out: id int, live int, idle int
-- use: member
SELECT cared.id, CAST(SUM(live) AS BIGINT) AS live,
       CAST(SUM(idle) AS BIGINT) AS idle
FROM (SELECT member.id, care_live.live, care_live.idle
      FROM member
      CROSS JOIN care_live
      WHERE care_live.person_id = member.id AND care_live.unit = 0
        AND care_live.start >= :as_of AND care_live.start <= :month_till
      UNION ALL
      SELECT member.id, care_live.live, care_live.idle
      FROM member
      CROSS JOIN care_live
      WHERE care_live.person_id = member.id AND care_live.unit = 2
        AND care_live.start > :month) cared
GROUP BY cared.id
ORDER BY cared.id
