-- The talk that ended a follow-up at :at, and the follow-up that was planned
-- with it for the same customer.
--   contact   the talk
--   problem   a problem still open that was heard in it, NULL when none was
--   next_id   NULL when none was planned, or no longer open
-- no scope: asked for a follow-up found with scope before.
-- in:  followup int, at int
-- out: contact_id int, outcome text, customer_id int, problem int?,
--      next_id int?, next_due int?, next_version int?
SELECT contact.id AS contact_id, contact.outcome, contact.customer_id,
       (SELECT problem.id FROM problem
        WHERE problem.customer_id = contact.customer_id
          AND problem.contact_id = contact.id AND problem.state = 'open'
        ORDER BY problem.id LIMIT 1) AS problem,
       planned.id AS next_id, planned.due_day AS next_due,
       planned.version AS next_version
FROM contact
LEFT JOIN followup planned
  ON planned.id = (SELECT later.id FROM followup later
                   WHERE later.customer_id = contact.customer_id
                     AND later.created_at = :at AND later.id > :followup
                     AND later.state = 'open'
                     AND EXISTS (SELECT 1 FROM followup_event born
                                 WHERE born.followup_id = later.id
                                   AND born.kind = 'created'
                                   AND born.actor_id = contact.person_id)
                   ORDER BY later.id LIMIT 1)
WHERE contact.followup_id = :followup AND contact.at = :at
ORDER BY contact.id DESC
LIMIT 1
