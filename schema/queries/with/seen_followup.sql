-- The follow-ups the viewer may see: their own, and those of the customers
-- they may see (needs seen_customer).
seen_followup AS NOT MATERIALIZED (
  SELECT followup.id, followup.customer_id, followup.owner_id, followup.kind,
         followup.cause, followup.subject, followup.due_day,
         followup.first_due_day, followup.state, followup.snoozes,
         followup.repeats, followup.version
  FROM followup
  WHERE :see = 2
     OR followup.owner_id = :me
     OR EXISTS (SELECT 1 FROM seen_customer
                WHERE seen_customer.id = followup.customer_id)
)
