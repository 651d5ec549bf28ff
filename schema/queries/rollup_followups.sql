-- The follow-ups, but cancelled ones, of customers with ids from :first_id to
-- :last_id, by customer and owner.
--   manager_id  as it is kept beside the follow-up; 0: nobody
--   done_day    NULL while open
-- no scope: counted for everybody; nobody is shown the rows.
-- in:  first_id int, last_id int
-- out: customer_id int, id int, manager_id int, owner_id int, due_day int,
--      first_due_day int, done_day int?
SELECT followup.customer_id, followup.id,
       COALESCE(followup.manager_id, 0) AS manager_id, followup.owner_id,
       followup.due_day, followup.first_due_day,
       CASE WHEN followup.state = 'done'
            THEN (SELECT MAX(ended.day) FROM followup_event ended
                  WHERE ended.followup_id = followup.id
                    AND ended.kind = 'done')
       END AS done_day
FROM followup
WHERE followup.customer_id >= :first_id AND followup.customer_id <= :last_id
  AND followup.state <> 'cancelled'
ORDER BY followup.customer_id, followup.owner_id, followup.id
