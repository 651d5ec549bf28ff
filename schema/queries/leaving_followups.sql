-- The open follow-ups in sight that are a person's.
-- asks: leaving_customers
-- rows: leaving_customers
-- use: seen_customer seen_followup
SELECT seen_followup.id, seen_followup.version
FROM seen_followup
WHERE seen_followup.owner_id = :person AND seen_followup.state = 'open'
ORDER BY seen_followup.id
LIMIT :most
