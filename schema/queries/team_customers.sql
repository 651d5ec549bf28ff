-- The customers a team's people look after.
--   new, met     first bought in some days; were talked to within :days of it
--                (F3)
--   live, idle   bought since :live_from, or have a contract that runs, and may
--                be contacted; have no open follow-up (F4)
-- in:  scope, as_of int, team int, from int, to int, days int, live_from int
-- out: id int, new int, met int, live int, idle int
-- use: member talk
SELECT looked.id, CAST(SUM(looked.is_new) AS BIGINT) AS new,
       CAST(SUM(CASE WHEN looked.is_new = 1
                       AND EXISTS (SELECT 1 FROM talk
                                   WHERE talk.customer_id = looked.customer_id
                                     AND talk.day BETWEEN looked.first_day
                                                  AND looked.first_day + :days
                                     AND talk.outcome NOT IN
                                         ('no_answer', 'wrong_contact'))
                     THEN 1 ELSE 0 END) AS BIGINT) AS met,
       CAST(SUM(looked.is_live) AS BIGINT) AS live,
       CAST(SUM(CASE WHEN looked.is_live = 1
                       AND NOT EXISTS (SELECT 1 FROM followup
                                       WHERE followup.customer_id
                                             = looked.customer_id
                                         AND followup.state = 'open')
                     THEN 1 ELSE 0 END) AS BIGINT) AS idle
FROM (SELECT member.id, customer.id AS customer_id, buyer.first_day,
             CASE WHEN buyer.first_day BETWEEN :from AND :to THEN 1 ELSE 0 END
               AS is_new,
             CASE WHEN customer.do_not_contact = 0
                    AND (buyer.last_day >= :live_from
                         OR customer.contract_end_day >= :as_of)
                  THEN 1 ELSE 0 END AS is_live
      FROM member
      JOIN customer ON customer.manager_id = member.id
      JOIN buyer ON buyer.customer_id = customer.id) looked
GROUP BY looked.id
ORDER BY looked.id
