-- The customers behind a number of the retention page, by id.
-- after: the last id of the page before; 0 for the first page.
-- in:  scope, as_of int, year_from int, first int?, month int?, age int?,
--      later int, whole int, known int?, repeat int?, watched int?,
--      after int, most int
-- out: id int, name text, manager text, first_day int, last_day int, days int,
--      year_revenue int, next_due int?, problem int, do_not_contact int
-- use: seen_customer sale_day chosen_customer
SELECT page.customer_id AS id, seen_customer.name,
       COALESCE(person.name, '') AS manager,
       page.first_day, page.last_day, page.days,
       COALESCE((SELECT CAST(SUM(purchase.base_amount) AS BIGINT) FROM purchase
                 WHERE purchase.customer_id = page.customer_id
                   AND purchase.day > :year_from
                   AND purchase.day <= :as_of), 0) AS year_revenue,
       (SELECT MIN(followup.due_day) FROM followup
        WHERE followup.customer_id = page.customer_id
          AND followup.state = 'open') AS next_due,
       CASE WHEN EXISTS (SELECT 1 FROM problem
                         WHERE problem.customer_id = page.customer_id
                           AND problem.state = 'open') THEN 1 ELSE 0
       END AS problem,
       seen_customer.do_not_contact
FROM (SELECT chosen_customer.customer_id, chosen_customer.first_day,
             chosen_customer.last_day, chosen_customer.days
      FROM chosen_customer
      WHERE chosen_customer.customer_id > :after
      ORDER BY chosen_customer.customer_id
      LIMIT :most) page
JOIN seen_customer ON seen_customer.id = page.customer_id
LEFT JOIN person ON person.id = seen_customer.manager_id
ORDER BY page.customer_id
