-- The customer of the follow-up :id, if the viewer may see it (needs
-- seen_followup).
followed AS MATERIALIZED (
  SELECT seen_followup.customer_id
  FROM seen_followup
  WHERE seen_followup.id = :id
)
