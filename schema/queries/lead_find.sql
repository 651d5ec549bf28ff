-- The leads a viewer may see that somebody looks for by name, newest first.
-- in:  scope, as_of int, look text, most int
-- rows: lead_list
-- use: seen_lead named_lead
SELECT found_lead.id, found_lead.name, found_lead.created_day,
       found_lead.state, fate.end_day, COALESCE(person.name, '') AS owner,
       COALESCE(team.name, '') AS team, COALESCE(source.name, '') AS source,
       COALESCE(fate.revenue, 0) AS amount
FROM found_lead
LEFT JOIN fate ON fate.lead_id = found_lead.id
LEFT JOIN person ON person.id = found_lead.owner_id
LEFT JOIN team ON team.id = fate.team_id
LEFT JOIN source ON source.id = found_lead.source_id
ORDER BY found_lead.created_day DESC, found_lead.id DESC
LIMIT :most
