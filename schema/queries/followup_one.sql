-- One follow-up a viewer may see, whatever its state.
--   note  what was written down when it was planned
-- in:  scope, as_of int, id int
-- out: id int, customer_id int, customer text, owner_id int, owner text,
--      kind text, cause text, subject text, due_day int, first_due_day int,
--      state text, snoozes int, repeats int, version int, note text
-- use: seen_customer seen_followup
SELECT seen_followup.id, customer.id AS customer_id, customer.name AS customer,
       seen_followup.owner_id, person.name AS owner, seen_followup.kind,
       seen_followup.cause, seen_followup.subject, seen_followup.due_day,
       seen_followup.first_due_day, seen_followup.state,
       seen_followup.snoozes, seen_followup.repeats, seen_followup.version,
       COALESCE((SELECT planned.note FROM followup_event planned
                 WHERE planned.followup_id = seen_followup.id
                   AND planned.kind = 'created'
                 ORDER BY planned.at, planned.id LIMIT 1), '') AS note
FROM seen_followup
JOIN customer ON customer.id = seen_followup.customer_id
JOIN person ON person.id = seen_followup.owner_id
WHERE seen_followup.id = :id
