-- The leads the viewer may see: those that count for them or their team, and
-- those that were given to them or to somebody of their team of day :as_of.
--   owner_id  whose it is now, NULL: nobody's
--   state     of the buying cycle that it stands for: 'open', 'won', 'lost' or
--             'invalid'
seen_lead AS NOT MATERIALIZED (
  SELECT lead.id, lead.prospect_id, lead.version, lead.repeat_deal, lead.name,
         lead.name_key, lead.email, lead.phone, lead.source_id, lead.campaign_id,
         lead.product_id, lead.segment_id, lead.customer_id, lead.cost, lead.created_at,
         lead.created_day,
         (SELECT given.owner_id FROM lead_event given
          WHERE given.lead_id = lead.id AND given.kind = 'assigned'
          ORDER BY given.at DESC, given.id DESC LIMIT 1) AS owner_id,
         CASE WHEN (SELECT mark.kind FROM lead_event mark
                    WHERE mark.lead_id = lead.id
                      AND mark.kind IN ('invalid', 'valid')
                    ORDER BY mark.at DESC, mark.id DESC LIMIT 1) = 'invalid'
              THEN 'invalid'
              WHEN EXISTS (SELECT 1 FROM lead inquiry
                           JOIN lead_event win ON win.lead_id = inquiry.id
                           WHERE inquiry.prospect_id = lead.id
                             AND win.kind = 'won') THEN 'won'
              WHEN (SELECT ended.kind FROM lead_event ended
                    WHERE ended.lead_id = lead.id
                      AND ended.kind IN ('lost', 'reopened')
                    ORDER BY ended.at DESC, ended.id DESC LIMIT 1) = 'lost'
              THEN 'lost' ELSE 'open' END AS state
  FROM lead
  WHERE :see = 2
     OR EXISTS (SELECT 1 FROM fate
                WHERE fate.lead_id = lead.id
                  AND (fate.owner_id = :me
                       OR (:see = 1 AND :my_team <> 0
                           AND fate.team_id = :my_team)))
     OR :me = (SELECT given.owner_id FROM lead_event given
               WHERE given.lead_id = lead.id AND given.kind = 'assigned'
               ORDER BY given.at DESC, given.id DESC LIMIT 1)
     OR (:see = 1 AND :my_team <> 0
         AND :my_team = (SELECT membership.team_id FROM membership
                         WHERE membership.person_id =
                               (SELECT given.owner_id FROM lead_event given
                                WHERE given.lead_id = lead.id
                                  AND given.kind = 'assigned'
                                ORDER BY given.at DESC, given.id DESC LIMIT 1)
                           AND membership.from_day <= :as_of
                         ORDER BY membership.from_day DESC LIMIT 1))
)
