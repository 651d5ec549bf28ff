-- The buying cycles a viewer may see with a text somewhere in the name (needs
-- seen_lead).  Words begin anywhere, so no index helps.
--   look  a pattern for str_fold of the name, with ! before % _ !
found_lead AS NOT MATERIALIZED (
  SELECT seen_lead.id, seen_lead.name, seen_lead.created_day, seen_lead.state,
         seen_lead.owner_id, seen_lead.source_id
  FROM seen_lead
  WHERE seen_lead.prospect_id = seen_lead.id
    AND seen_lead.name_key LIKE :look ESCAPE '!'
)
