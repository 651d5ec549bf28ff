-- open_followup for who does not see all, whoever's they are: of some
-- people's customers, and their own (needs mate).
open_followup AS NOT MATERIALIZED (
  SELECT followup.id, followup.customer_id, followup.due_day
  FROM mate
  CROSS JOIN followup
  WHERE :owner = 0 AND followup.manager_id = mate.id
    AND followup.state = 'open'
    AND followup.due_day >= :from AND followup.due_day <= :until
  UNION ALL
  SELECT followup.id, followup.customer_id, followup.due_day
  FROM followup
  WHERE :see <> 2 AND :owner = 0
    AND followup.owner_id = :me AND followup.state = 'open'
    AND followup.due_day >= :from AND followup.due_day <= :until
    AND NOT EXISTS (SELECT 1 FROM mate WHERE mate.id = followup.manager_id)
  ORDER BY due_day, id
  LIMIT :looked_at
)
