-- How many open follow-ups a viewer may see in each group.
--   owner       only this person's; 0: everybody's in sight
--   week_until  last day of the group "next 7 days"
--   overdue     due before :as_of;  today: due then
-- in:  scope, as_of int, week_until int, owner int
-- out: overdue int, today int, week int, later int
-- use: seen_customer seen_followup
SELECT CAST(COALESCE(SUM(CASE WHEN due_day < :as_of
                              THEN 1 ELSE 0 END), 0) AS BIGINT) AS overdue,
       CAST(COALESCE(SUM(CASE WHEN due_day = :as_of
                              THEN 1 ELSE 0 END), 0) AS BIGINT) AS today,
       CAST(COALESCE(SUM(CASE WHEN due_day > :as_of AND due_day <= :week_until
                              THEN 1 ELSE 0 END), 0) AS BIGINT) AS week,
       CAST(COALESCE(SUM(CASE WHEN due_day > :week_until
                              THEN 1 ELSE 0 END), 0) AS BIGINT) AS later
FROM seen_followup
WHERE state = 'open' AND (:owner = 0 OR owner_id = :owner)
