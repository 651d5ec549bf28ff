-- What has happened to a lead a viewer may see, with all its inquiries, newest
-- first.
--   kind   of lead_event, or 'came' for an inquiry: then note says from where
--   actor  who recorded it, owner  to whom it was given; '': nobody
--   what   the step, or the reason
-- in:  scope, as_of int, id int, most int
-- out: kind text, at int, day int, actor text, owner text, what text,
--      note text
-- use: seen_lead
SELECT happened.kind, happened.at, happened.day,
       COALESCE(actor.name, '') AS actor, COALESCE(given.name, '') AS owner,
       COALESCE(step.name, reason.name, '') AS what, happened.note
FROM (
  SELECT lead_event.id, 1 AS later, lead_event.kind, lead_event.at,
         lead_event.day, lead_event.actor_id, lead_event.owner_id,
         lead_event.step_id, lead_event.reason_id, lead_event.note
  FROM seen_lead
  JOIN lead inquiry ON inquiry.prospect_id = seen_lead.id
  JOIN lead_event ON lead_event.lead_id = inquiry.id
  WHERE seen_lead.id = :id
  UNION ALL
  SELECT inquiry.id, 0, 'came', inquiry.created_at, inquiry.created_day, NULL,
         NULL, NULL, NULL, COALESCE(source.name, '')
  FROM seen_lead
  JOIN lead inquiry ON inquiry.prospect_id = seen_lead.id
  LEFT JOIN source ON source.id = inquiry.source_id
  WHERE seen_lead.id = :id
) happened
LEFT JOIN person actor ON actor.id = happened.actor_id
LEFT JOIN person given ON given.id = happened.owner_id
LEFT JOIN step ON step.id = happened.step_id
LEFT JOIN reason ON reason.id = happened.reason_id
ORDER BY happened.at DESC, happened.later DESC, happened.id DESC
LIMIT :most
