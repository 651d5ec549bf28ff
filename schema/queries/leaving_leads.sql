-- The open leads in sight that are a person's.
-- asks: leaving_customers
-- rows: leaving_customers
-- use: seen_lead theirs
SELECT seen_lead.id, seen_lead.version
FROM theirs
JOIN seen_lead ON seen_lead.id = theirs.lead_id
WHERE seen_lead.owner_id = :person AND seen_lead.state = 'open'
ORDER BY seen_lead.id
LIMIT :most
