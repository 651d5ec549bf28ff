-- One of two customers that may be the same, if a viewer may see them, and what
-- is recorded of it.
--   first_purchase, purchases   of purchases that count
--   revenue    base amounts, refunds taken off
--   talks      that stand, and tries
--   followups, problems   open ones
--   shells     how many were merged into it
-- in:  scope, as_of int, id int
-- out: id int, version int, name text, contact text, email text, phone text,
--      segment text, manager text, contract_end_day int?, do_not_contact int,
--      first_purchase int?, purchases int, revenue int, talks int,
--      followups int, problems int, shells int
-- use: seen_customer sale talk
SELECT customer.id, customer.version, customer.name, customer.contact,
       customer.email, customer.phone, customer.segment,
       COALESCE(person.name, '') AS manager, customer.contract_end_day,
       customer.do_not_contact,
       (SELECT MIN(sale.day) FROM sale
        WHERE sale.customer_id = customer.id) AS first_purchase,
       (SELECT COUNT(*) FROM sale
        WHERE sale.customer_id = customer.id) AS purchases,
       COALESCE((SELECT CAST(SUM(purchase.base_amount) AS BIGINT) FROM purchase
                 WHERE purchase.customer_id = customer.id
                   AND purchase.day <= :as_of), 0) AS revenue,
       (SELECT COUNT(*) FROM talk
        WHERE talk.customer_id = customer.id) AS talks,
       (SELECT COUNT(*) FROM followup
        WHERE followup.customer_id = customer.id
          AND followup.state = 'open') AS followups,
       (SELECT COUNT(*) FROM problem
        WHERE problem.customer_id = customer.id
          AND problem.state = 'open') AS problems,
       (SELECT COUNT(*) FROM customer shell
        WHERE shell.merged_into = customer.id) AS shells
FROM seen_customer
JOIN customer ON customer.id = seen_customer.id
LEFT JOIN person ON person.id = customer.manager_id
WHERE seen_customer.id = :id
