-- The leads that were ever given to :person.
theirs AS NOT MATERIALIZED (
  SELECT DISTINCT lead_event.lead_id FROM lead_event
  WHERE lead_event.owner_id = :person
)
