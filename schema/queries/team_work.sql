-- What the people of a team did for customers.
--   due, on_time    follow-ups first due from :from to :to, but for cancelled
--                   ones; done by then (F2)
--   new, met        customers who first bought from :new_from to :new_to; talked
--                   to in time (F3)
--   tries, reached  to reach a customer from :from to :to; talks (F5)
--   unhappy         of them, with somebody unhappy
-- in:  scope, as_of int, team int, from int, to int, new_from int, new_to int
-- out: id int, due int, on_time int, new int, met int, tries int, reached int,
--      unhappy int
-- use: member
SELECT worked.id, CAST(SUM(due) AS BIGINT) AS due,
       CAST(SUM(on_time) AS BIGINT) AS on_time,
       CAST(SUM(new_customers) AS BIGINT) AS new,
       CAST(SUM(met) AS BIGINT) AS met, CAST(SUM(tries) AS BIGINT) AS tries,
       CAST(SUM(reached) AS BIGINT) AS reached,
       CAST(SUM(unhappy) AS BIGINT) AS unhappy
FROM (SELECT member.id, care_day.due, care_day.on_time, 0 AS new_customers,
             0 AS met, care_day.tries, care_day.reached, care_day.unhappy
      FROM member
      CROSS JOIN care_day
      WHERE care_day.person_id = member.id
        AND care_day.day >= :from AND care_day.day <= :to
      UNION ALL
      SELECT member.id, 0, 0, care_day.new_customers, care_day.met, 0, 0, 0
      FROM member
      CROSS JOIN care_day
      WHERE care_day.person_id = member.id
        AND care_day.day >= :new_from AND care_day.day <= :new_to) worked
GROUP BY worked.id
ORDER BY worked.id
