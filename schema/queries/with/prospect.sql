-- The prospects, each as known on day :as_of, as far as the viewer may see
-- them, counted from what was recorded.  A prospect is a person or firm in one
-- buying cycle; its first inquiry stands for it, whoever of its inquiries is
-- won (needs came).
--   valid       0 when marked invalid (spam, test, duplicate)
--   won_day     day of its first win, NULL when not won
--   lost_day    day it was lost, NULL when won or open (again)
--   owner_id    whose it was when it closed, or is while open; NULL: nobody's
--   team_id     the owner's team on that day
-- Each step is materialized, or every use of a column would look it up again.
recorded AS MATERIALIZED (
  SELECT came.id, came.created_day, came.created_month, came.created_at,
         came.source_id, came.campaign_id, came.product_id, came.segment_id, came.cost,
         CASE WHEN (SELECT mark.kind FROM lead_event mark
                    WHERE mark.lead_id = came.id
                      AND mark.kind IN ('invalid', 'valid')
                      AND mark.day <= :as_of
                    ORDER BY mark.at DESC, mark.id DESC LIMIT 1)
                   = 'invalid' THEN 0 ELSE 1 END AS valid,
         (SELECT MIN(win.day) FROM lead inquiry
          JOIN lead_event win ON win.lead_id = inquiry.id
          WHERE inquiry.prospect_id = came.id
            AND win.kind = 'won' AND win.day <= :as_of) AS won_day,
         (SELECT MIN(win.at) FROM lead inquiry
          JOIN lead_event win ON win.lead_id = inquiry.id
          WHERE inquiry.prospect_id = came.id
            AND win.kind = 'won' AND win.day <= :as_of) AS won_at,
         (SELECT ended.kind FROM lead_event ended
          WHERE ended.lead_id = came.id
            AND ended.kind IN ('lost', 'reopened')
            AND ended.day <= :as_of
          ORDER BY ended.at DESC, ended.id DESC LIMIT 1) AS last_kind,
         (SELECT MAX(ended.day) FROM lead_event ended
          WHERE ended.lead_id = came.id AND ended.kind = 'lost'
            AND ended.day <= :as_of) AS last_day,
         (SELECT MAX(ended.at) FROM lead_event ended
          WHERE ended.lead_id = came.id AND ended.kind = 'lost'
            AND ended.day <= :as_of) AS last_at
  FROM came
),
closed AS MATERIALIZED (
  SELECT recorded.id, recorded.created_day, recorded.created_month,
         recorded.source_id, recorded.campaign_id, recorded.product_id, recorded.segment_id,
         recorded.cost, recorded.valid, recorded.won_day,
         CASE WHEN recorded.won_day IS NULL AND recorded.last_kind = 'lost'
              THEN recorded.last_day END AS lost_day,
         CASE WHEN recorded.won_day < recorded.created_day
              THEN recorded.created_day
              WHEN recorded.won_day IS NOT NULL THEN recorded.won_day
              WHEN recorded.last_kind = 'lost' THEN recorded.last_day
              ELSE :as_of END AS credit_day,
         CASE WHEN recorded.won_at < recorded.created_at
              THEN recorded.created_at
              WHEN recorded.won_at IS NOT NULL THEN recorded.won_at
              WHEN recorded.last_kind = 'lost' THEN recorded.last_at
              ELSE 9000000000000 END AS credit_at
  FROM recorded
),
owned AS MATERIALIZED (
  SELECT closed.id, closed.created_day, closed.created_month,
         closed.source_id, closed.campaign_id, closed.product_id, closed.segment_id, closed.cost,
         closed.valid, closed.won_day, closed.lost_day, closed.credit_day,
         (SELECT assigned.owner_id FROM lead_event assigned
          WHERE assigned.lead_id = closed.id AND assigned.kind = 'assigned'
            AND assigned.day <= :as_of AND assigned.at <= closed.credit_at
          ORDER BY assigned.at DESC, assigned.id DESC LIMIT 1) AS owner_id
  FROM closed
),
credited AS MATERIALIZED (
  SELECT owned.id, owned.created_day, owned.created_month, owned.source_id,
         owned.campaign_id, owned.product_id, owned.segment_id, owned.cost, owned.valid,
         owned.won_day, owned.lost_day, owned.owner_id,
         (SELECT membership.team_id FROM membership
          WHERE membership.person_id = owned.owner_id
            AND membership.from_day <= owned.credit_day
          ORDER BY membership.from_day DESC LIMIT 1) AS team_id
  FROM owned
),
prospect AS NOT MATERIALIZED (
  SELECT credited.id, credited.created_day, credited.created_month,
         credited.source_id, credited.campaign_id, credited.product_id, credited.segment_id,
         credited.cost, credited.valid, credited.won_day, credited.lost_day,
         credited.owner_id, credited.team_id
  FROM credited
  WHERE :see = 2
     OR (:see = 1 AND credited.team_id = :my_team)
     OR credited.owner_id = :me
)
