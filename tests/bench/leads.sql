-- The first leads of a store as a file to import, with the win's purchase.
.mode csv
.headers on
SELECT lead.id, date(lead.created_day * 86400, 'unixepoch') AS created,
       lead.name, lead.email, lead.phone, source.name AS source,
       'Rep ' || assigned.owner_id AS owner,
       COALESCE(ended.kind, 'open') AS stage,
       COALESCE(date(ended.day * 86400, 'unixepoch'), '') AS closed,
       COALESCE(reason.name, '') AS reason,
       printf('%d.%02d', lead.cost / 100, lead.cost % 100) AS cost,
       COALESCE(purchase.amount / 100, '') AS value
FROM lead
JOIN source ON source.id = lead.source_id
JOIN lead_event assigned ON assigned.lead_id = lead.id
                        AND assigned.kind = 'assigned'
LEFT JOIN lead_event ended ON ended.lead_id = lead.id
                          AND ended.kind IN ('won', 'lost', 'invalid')
LEFT JOIN reason ON reason.id = ended.reason_id
LEFT JOIN purchase ON purchase.lead_id = lead.id
WHERE lead.id <= :rows
ORDER BY lead.id;
