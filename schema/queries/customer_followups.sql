-- The open follow-ups with a customer a viewer may see, the next one first.
-- in:  scope, as_of int, id int
-- out: id int, subject text, kind text, due_day int, owner text
-- use: seen_customer
SELECT followup.id, followup.subject, followup.kind, followup.due_day,
       COALESCE(person.name, '') AS owner
FROM seen_customer
JOIN followup ON followup.customer_id = seen_customer.id
LEFT JOIN person ON person.id = followup.owner_id
WHERE seen_customer.id = :id AND followup.state = 'open'
ORDER BY followup.due_day, followup.id
