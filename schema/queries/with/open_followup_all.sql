-- open_followup for who sees all, whoever's they are.
open_followup AS NOT MATERIALIZED (
  SELECT followup.id, followup.customer_id, followup.due_day
  FROM followup
  WHERE :see = 2 AND :owner = 0 AND followup.state = 'open'
    AND followup.due_day >= :from AND followup.due_day <= :until
  ORDER BY followup.due_day, followup.id
  LIMIT :looked_at
)
