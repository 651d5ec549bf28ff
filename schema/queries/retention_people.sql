-- The customers behind a number of the retention page, by the day of their
-- first purchase, those behind :after in this order; see with/people.sql.
--   year_revenue   base amounts of (:year_from, :as_of], refunds taken off
--   next_due       due day of the earliest open follow-up
-- in:  scope, as_of int, year_from int, first_from int, first_to int,
--      repeat int, watched int, in_month int, month_from int, month_to int,
--      age int, age_to int, after_day int, after int, most int
-- out: id int, name text, manager text, contract_end_day int?, first_day int,
--      last_day int, days int, second int?, problem int, year_revenue int,
--      next_due int?, do_not_contact int, segment text
-- use: sale people
SELECT people.customer_id AS id, customer.name,
       COALESCE(person.name, '') AS manager, customer.contract_end_day,
       people.first_day, people.last_day, people.days, people.second,
       people.problem,
       COALESCE((SELECT CAST(SUM(purchase.base_amount) AS BIGINT) FROM purchase
                 WHERE purchase.customer_id = people.customer_id
                   AND purchase.day > :year_from
                   AND purchase.day <= :as_of), 0) AS year_revenue,
       (SELECT MIN(followup.due_day) FROM followup
        WHERE followup.customer_id = people.customer_id
          AND followup.state = 'open') AS next_due,
       customer.do_not_contact, customer.segment
FROM people
JOIN customer ON customer.id = people.customer_id
LEFT JOIN person ON person.id = customer.manager_id
WHERE people.first_day >= :after_day
  AND (people.first_day > :after_day OR people.customer_id > :after)
ORDER BY people.first_day, people.customer_id
LIMIT :most
