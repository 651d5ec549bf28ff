-- What each customer seen is worth and what is planned: one row per customer
-- with money on the books, by id; ids from :first_id to :last_id.
--   year_revenue  base amounts of (:year_from, :as_of], refunds taken off
--   next_due      due day of the earliest open follow-up
--   problem       1 when a problem is open
-- in:  scope, as_of int, year_from int, first_id int, last_id int
-- out: id int, name text, segment text, manager text, contract_end_day int?,
--      year_revenue int, next_due int?, problem int, do_not_contact int
-- use: seen_customer
SELECT seen_customer.id, seen_customer.name, seen_customer.segment,
       COALESCE(person.name, '') AS manager, seen_customer.contract_end_day,
       COALESCE((SELECT CAST(SUM(purchase.base_amount) AS BIGINT) FROM purchase
                 WHERE purchase.customer_id = seen_customer.id
                   AND purchase.day > :year_from
                   AND purchase.day <= :as_of), 0) AS year_revenue,
       (SELECT MIN(followup.due_day) FROM followup
        WHERE followup.customer_id = seen_customer.id
          AND followup.state = 'open') AS next_due,
       CASE WHEN EXISTS (SELECT 1 FROM problem
                         WHERE problem.customer_id = seen_customer.id
                           AND problem.state = 'open') THEN 1 ELSE 0
       END AS problem,
       seen_customer.do_not_contact
FROM seen_customer
LEFT JOIN person ON person.id = seen_customer.manager_id
WHERE seen_customer.id >= :first_id AND seen_customer.id <= :last_id
  AND EXISTS (SELECT 1 FROM purchase
              WHERE purchase.customer_id = seen_customer.id
                AND purchase.day <= :as_of)
ORDER BY seen_customer.id
