-- The customer of a follow-up a viewer may see.
--   contact_name  whom to ask for
--   problem       the newest open problem, '' when there is none
--   since_day     first purchase, or when the customer was entered
--   year_revenue  base amounts of (:year_from, :as_of], refunds taken off
-- in:  scope, as_of int, year_from int, id int
-- out: contact_name text, email text, phone text, segment text, manager text,
--      do_not_contact int, since_day int, purchases int, year_revenue int,
--      last_purchase int?, last_contact int?, problem text
-- use: seen_customer seen_followup sale talk
SELECT customer.contact AS contact_name, customer.email, customer.phone,
       customer.segment, COALESCE(person.name, '') AS manager,
       customer.do_not_contact,
       COALESCE((SELECT MIN(sale.day) FROM sale
                 WHERE sale.customer_id = customer.id), customer.created_day)
         AS since_day,
       (SELECT COUNT(*) FROM sale
        WHERE sale.customer_id = customer.id) AS purchases,
       COALESCE((SELECT CAST(SUM(purchase.base_amount) AS BIGINT) FROM purchase
                 WHERE purchase.customer_id = customer.id
                   AND purchase.day > :year_from
                   AND purchase.day <= :as_of), 0) AS year_revenue,
       (SELECT MAX(sale.day) FROM sale
        WHERE sale.customer_id = customer.id) AS last_purchase,
       (SELECT MAX(talk.day) FROM talk
        WHERE talk.customer_id = customer.id) AS last_contact,
       COALESCE((SELECT problem.what FROM problem
                 WHERE problem.customer_id = customer.id
                   AND problem.state = 'open'
                 ORDER BY problem.id DESC LIMIT 1), '') AS problem
FROM seen_followup
JOIN customer ON customer.id = seen_followup.customer_id
LEFT JOIN person ON person.id = customer.manager_id
WHERE seen_followup.id = :id
