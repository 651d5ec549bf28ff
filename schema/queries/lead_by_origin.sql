-- A lead by the id in the system it was imported from, as last recorded:
--   ended_kind   newest record of won, lost, reopened; '' when there is none
--   mark_kind    newest record of invalid, valid; '' when there is none
--   owner_id     to whom it was assigned last
-- no scope: asked while a file is imported, for the whole company.
-- in:  origin text, origin_id text
-- out: id int, prospect_id int, name text, email text, phone text,
--      source_id int?, campaign_id int?, product_id int?, segment_id int?,
--      customer_id int?,
--      cost int, created_at int, owner_id int?, ended_id int?,
--      ended_kind text, ended_at int?, ended_reason int?, mark_id int?,
--      mark_kind text, mark_at int?, mark_reason int?
SELECT lead.id, lead.prospect_id, lead.name, lead.email, lead.phone,
       lead.source_id, lead.campaign_id, lead.product_id, lead.segment_id,
       lead.customer_id,
       lead.cost, lead.created_at,
       (SELECT assigned.owner_id FROM lead_event assigned
        WHERE assigned.lead_id = lead.id AND assigned.kind = 'assigned'
        ORDER BY assigned.id DESC LIMIT 1) AS owner_id,
       ended.id AS ended_id, COALESCE(ended.kind, '') AS ended_kind,
       ended.at AS ended_at, ended.reason_id AS ended_reason,
       mark.id AS mark_id, COALESCE(mark.kind, '') AS mark_kind,
       mark.at AS mark_at, mark.reason_id AS mark_reason
FROM lead
LEFT JOIN lead_event ended
  ON ended.id = (SELECT MAX(newest.id) FROM lead_event newest
                 WHERE newest.lead_id = lead.id
                   AND newest.kind IN ('won', 'lost', 'reopened'))
LEFT JOIN lead_event mark
  ON mark.id = (SELECT MAX(newest.id) FROM lead_event newest
                WHERE newest.lead_id = lead.id
                  AND newest.kind IN ('invalid', 'valid'))
WHERE lead.origin = :origin AND lead.origin_id = :origin_id
  AND lead.origin_id <> ''
