-- The open follow-ups a viewer may see that are due in [:from, :until], with
-- the customer beside each; the oldest day first, on one day the customer
-- worth most.
--   owner           only this person's; 0: everybody's in sight
--   year_revenue    base amounts of (:year_from, :as_of], refunds taken off
--   first_purchase, last_purchase, purchases   of purchases that count
--   last_contact, last_outcome   of the latest talk or try
-- in:  scope, as_of int, year_from int, owner int, from int, until int,
--      most int
-- out: id int, customer_id int, customer text, owner_id int, owner text,
--      kind text, cause text, subject text, due_day int, first_due_day int,
--      snoozes int, version int, year_revenue int, first_purchase int?,
--      last_purchase int?, purchases int, last_contact int?,
--      last_outcome text, problem int, do_not_contact int
-- use: seen_customer seen_followup sale talk
SELECT seen_followup.id, customer.id AS customer_id, customer.name AS customer,
       seen_followup.owner_id, person.name AS owner, seen_followup.kind,
       seen_followup.cause, seen_followup.subject, seen_followup.due_day,
       seen_followup.first_due_day, seen_followup.snoozes,
       seen_followup.version,
       COALESCE((SELECT CAST(SUM(purchase.base_amount) AS BIGINT) FROM purchase
                 WHERE purchase.customer_id = customer.id
                   AND purchase.day > :year_from
                   AND purchase.day <= :as_of), 0) AS year_revenue,
       (SELECT MIN(sale.day) FROM sale
        WHERE sale.customer_id = customer.id) AS first_purchase,
       (SELECT MAX(sale.day) FROM sale
        WHERE sale.customer_id = customer.id) AS last_purchase,
       (SELECT COUNT(*) FROM sale
        WHERE sale.customer_id = customer.id) AS purchases,
       (SELECT MAX(talk.day) FROM talk
        WHERE talk.customer_id = customer.id) AS last_contact,
       COALESCE((SELECT talk.outcome FROM talk
                 WHERE talk.customer_id = customer.id
                 ORDER BY talk.at DESC, talk.id DESC LIMIT 1), '')
         AS last_outcome,
       CASE WHEN EXISTS (SELECT 1 FROM problem
                         WHERE problem.customer_id = customer.id
                           AND problem.state = 'open') THEN 1 ELSE 0
       END AS problem,
       customer.do_not_contact
FROM seen_followup
JOIN customer ON customer.id = seen_followup.customer_id
JOIN person ON person.id = seen_followup.owner_id
WHERE seen_followup.state = 'open'
  AND seen_followup.due_day >= :from AND seen_followup.due_day <= :until
  AND (:owner = 0 OR seen_followup.owner_id = :owner)
ORDER BY seen_followup.due_day, year_revenue DESC, seen_followup.id
LIMIT :most
