-- How many follow-ups a viewer may see in each group, and what is at stake.
--   owner       only this person's; 0: everybody's in sight
--   week_until  last day of the group "next 7 days"
--   overdue     due before :as_of;  today: due then
--   stake       base amounts of (:year_from, :as_of] of the customers with an
--               overdue follow-up, each customer once
--   done_today  those in sight whose outcome was recorded on :as_of
-- in:  scope, as_of int, year_from int, week_until int, owner int
-- out: overdue int, today int, week int, later int, stake int, done_today int
-- use: seen_customer seen_followup
SELECT waiting.overdue, waiting.today, waiting.week, waiting.later,
       worth.stake, ended.done_today
FROM (SELECT CAST(COALESCE(SUM(CASE WHEN due_day < :as_of
                                    THEN 1 ELSE 0 END), 0) AS BIGINT)
               AS overdue,
             CAST(COALESCE(SUM(CASE WHEN due_day = :as_of
                                    THEN 1 ELSE 0 END), 0) AS BIGINT) AS today,
             CAST(COALESCE(SUM(CASE WHEN due_day > :as_of
                                     AND due_day <= :week_until
                                    THEN 1 ELSE 0 END), 0) AS BIGINT) AS week,
             CAST(COALESCE(SUM(CASE WHEN due_day > :week_until
                                    THEN 1 ELSE 0 END), 0) AS BIGINT) AS later
      FROM seen_followup
      WHERE state = 'open' AND (:owner = 0 OR owner_id = :owner)) waiting
CROSS JOIN
     (SELECT CAST(COALESCE(SUM(purchase.base_amount), 0) AS BIGINT) AS stake
      FROM purchase
      WHERE purchase.day > :year_from AND purchase.day <= :as_of
        AND purchase.customer_id IN
            (SELECT seen_followup.customer_id FROM seen_followup
             WHERE seen_followup.state = 'open'
               AND seen_followup.due_day < :as_of
               AND (:owner = 0 OR seen_followup.owner_id = :owner))) worth
CROSS JOIN
     (SELECT COUNT(DISTINCT seen_followup.id) AS done_today
      FROM followup_event
      JOIN seen_followup ON seen_followup.id = followup_event.followup_id
      WHERE followup_event.day = :as_of AND followup_event.kind = 'done'
        AND seen_followup.state = 'done'
        AND (:owner = 0 OR seen_followup.owner_id = :owner)) ended
