-- The buying cycles a viewer may see with an inquiry of this e-mail or phone
-- (needs seen_lead).
--   look  str_email_key or str_phone_key
found_lead AS NOT MATERIALIZED (
  SELECT seen_lead.id, seen_lead.name, seen_lead.created_day, seen_lead.state,
         seen_lead.owner_id, seen_lead.source_id
  FROM (
    SELECT DISTINCT found.prospect_id AS id FROM lead found
    WHERE (found.email_key = :look AND found.email_key <> '')
       OR (found.phone_key = :look AND found.phone_key <> '')
  ) asked
  JOIN seen_lead ON seen_lead.id = asked.id
)
