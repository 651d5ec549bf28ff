-- The open follow-ups of one :owner a viewer may see that are due in [:from,
-- :until], with the customer beside each; the oldest day first, on one day the
-- customer worth most.
--   year_revenue    base amounts of (:year_from, :as_of], refunds taken off
--   first_purchase, last_purchase, purchases   of purchases that count
--   last_contact, last_outcome   of the latest talk or try
-- in:  scope, as_of int, year_from int, owner int, from int, until int,
--      most int, looked_at int
-- out: id int, customer_id int, customer text, owner_id int, owner text,
--      kind text, cause text, subject text, due_day int, first_due_day int,
--      snoozes int, repeats int, version int, year_revenue int, first_purchase int?,
--      last_purchase int?, purchases int, last_contact int?,
--      last_outcome text, problem int, do_not_contact int
-- use: mate open_followup most_urgent sale talk
SELECT followup.id, customer.id AS customer_id, customer.name AS customer,
       followup.owner_id, person.name AS owner, followup.kind,
       followup.cause, followup.subject, followup.due_day,
       followup.first_due_day, followup.snoozes, followup.repeats,
       followup.version,
       most_urgent.year_revenue,
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
FROM most_urgent
JOIN followup ON followup.id = most_urgent.id
JOIN customer ON customer.id = followup.customer_id
JOIN person ON person.id = followup.owner_id
ORDER BY most_urgent.due_day, most_urgent.year_revenue DESC, most_urgent.id
