-- Leads with this e-mail or phone, newest first, one for each buying cycle: so
-- that nobody enters what is there.  Of those a viewer may not see no more is
-- told than that they are there: the name is ''.
-- in:  scope, as_of int, email_key text, phone_key text, most int
-- out: id int, name text, created_day int, owner text
-- use: seen_lead
SELECT begun.id, COALESCE(seen_lead.name, '') AS name, begun.created_day,
       COALESCE(person.name, '') AS owner
FROM (
  SELECT DISTINCT found.prospect_id AS id FROM lead found
  WHERE (found.email_key = :email_key AND found.email_key <> '')
     OR (found.phone_key = :phone_key AND found.phone_key <> '')
) twin
JOIN lead begun ON begun.id = twin.id
LEFT JOIN seen_lead ON seen_lead.id = begun.id
LEFT JOIN person ON person.id = seen_lead.owner_id
ORDER BY begun.created_day DESC, begun.id DESC
LIMIT :most
