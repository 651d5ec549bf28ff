-- How many open follow-ups a viewer may see in each group, how many were done
-- today and not opened again, and what is at stake: base amounts of 12 months,
-- refunds taken off, of the customers with an overdue one, each customer once.
--   owner        only this person's; 0: everybody's in sight
--   month        of :as_of, which begins on :month_from
--   week_until   last day of the group "next 7 days"
--   overdue      due before :as_of;  today: due then
-- in:  scope, as_of int, month int, month_from int, week_until int, owner int
-- out: overdue int, today int, week int, later int, done int, stake int
-- use: mate followup_part
SELECT CAST(COALESCE(SUM(CASE WHEN unit = 2 AND start < :month
                                OR unit = 0 AND start < :as_of
                              THEN sign * due ELSE 0 END), 0) AS BIGINT)
         AS overdue,
       CAST(COALESCE(SUM(CASE WHEN unit = 0 AND start = :as_of
                              THEN sign * due ELSE 0 END), 0) AS BIGINT)
         AS today,
       CAST(COALESCE(SUM(CASE WHEN unit = 0 AND start > :as_of
                              THEN sign * due ELSE 0 END), 0) AS BIGINT)
         AS week,
       CAST(COALESCE(SUM(CASE WHEN unit = 0
                              THEN CASE WHEN start <= :week_until
                                        THEN 0 - sign * due ELSE 0 END
                              WHEN start >= :month
                              THEN sign * due ELSE 0 END), 0) AS BIGINT)
         AS later,
       CAST(COALESCE(SUM(CASE WHEN unit = 0 AND start = :as_of
                              THEN sign * done ELSE 0 END), 0) AS BIGINT)
         AS done,
       CAST(COALESCE(SUM(CASE WHEN unit = 2 AND start < :month
                                OR unit = 0 AND start <= :as_of
                              THEN sign * stake ELSE 0 END), 0) AS BIGINT)
         AS stake
FROM (SELECT followup_part.sign, followup_count.unit, followup_count.start,
             followup_count.due, followup_count.done, followup_count.stake
      FROM followup_part
      CROSS JOIN followup_count
      WHERE followup_count.manager_id = followup_part.manager_id
        AND followup_count.owner_id = followup_part.owner_id
        AND followup_count.unit = 2
      UNION ALL
      SELECT followup_part.sign, followup_count.unit, followup_count.start,
             followup_count.due, followup_count.done, followup_count.stake
      FROM followup_part
      CROSS JOIN followup_count
      WHERE followup_count.manager_id = followup_part.manager_id
        AND followup_count.owner_id = followup_part.owner_id
        AND followup_count.unit = 0
        AND followup_count.start >= :month_from
        AND followup_count.start <= :week_until) counted
