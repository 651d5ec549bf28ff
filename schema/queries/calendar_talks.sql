-- The open follow-ups of one owner, the first ones due first.
-- no scope: they are the owner's own.
-- in:  owner int, most int
-- out: id int, customer text, contact text, phone text, kind text,
--      subject text, due_day int, version int, created_at int
SELECT followup.id, customer.name AS customer, customer.contact, customer.phone,
       followup.kind, followup.subject, followup.due_day, followup.version,
       followup.created_at
FROM followup
JOIN customer ON customer.id = followup.customer_id
WHERE followup.owner_id = :owner AND followup.state = 'open'
ORDER BY followup.due_day, followup.id
LIMIT :most
