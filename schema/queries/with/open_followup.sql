-- The open follow-ups of one :owner that are due in [:from, :until], as far as
-- a viewer may see them (needs mate).  In a large company thousands are due on
-- one day: the first :looked_at by day and age are looked at.
open_followup AS NOT MATERIALIZED (
  SELECT followup.id, followup.customer_id, followup.due_day
  FROM followup
  WHERE followup.owner_id = :owner AND followup.state = 'open'
    AND followup.due_day >= :from AND followup.due_day <= :until
    AND (:see = 2 OR :owner = :me
         OR followup.manager_id IN (SELECT mate.id FROM mate))
  ORDER BY followup.due_day, followup.id
  LIMIT :looked_at
)
