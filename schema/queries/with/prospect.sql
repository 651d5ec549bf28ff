-- The prospects that came in [:from, :to), each as known on day :as_of, as far
-- as the viewer may see them.  A prospect is a person or firm in one buying
-- cycle; its first inquiry stands for it, whoever of its inquiries is won.
--   valid       0 when marked invalid (spam, test, duplicate)
--   won_day     day of its first win, NULL when not won
--   lost_day    day it was lost, NULL when won or open (again)
--   owner_id    whose it was when it closed, or is while open; NULL: nobody's
--   team_id     the owner's team on that day
prospect AS (
  SELECT credited.id, credited.created_day, credited.created_month,
         credited.source_id, credited.campaign_id, credited.product_id,
         credited.cost, credited.valid, credited.won_day, credited.lost_day,
         credited.owner_id, credited.team_id
  FROM (
    SELECT owned.*,
           (SELECT membership.team_id FROM membership
            WHERE membership.person_id = owned.owner_id
              AND membership.from_day <= owned.credit_day
            ORDER BY membership.from_day DESC LIMIT 1) AS team_id
    FROM (
      SELECT closed.*,
             (SELECT assigned.owner_id FROM lead_event assigned
              WHERE assigned.lead_id = closed.id
                AND assigned.kind = 'assigned'
                AND assigned.day <= :as_of
                AND assigned.at <= closed.credit_at
              ORDER BY assigned.at DESC, assigned.id DESC LIMIT 1) AS owner_id
      FROM (
        SELECT ended.*,
               CASE WHEN ended.won_day IS NULL THEN COALESCE(ended.lost_day, :as_of)
                    WHEN ended.won_day < ended.created_day THEN ended.created_day
                    ELSE ended.won_day END AS credit_day,
               CASE WHEN ended.won_at IS NULL THEN COALESCE(ended.lost_at, 9000000000000)
                    WHEN ended.won_at < ended.created_at THEN ended.created_at
                    ELSE ended.won_at END AS credit_at
        FROM (
          SELECT seen.*,
                 CASE WHEN seen.won_day IS NULL AND seen.last_kind = 'lost'
                      THEN seen.last_day END AS lost_day,
                 CASE WHEN seen.won_day IS NULL AND seen.last_kind = 'lost'
                      THEN seen.last_at END AS lost_at
          FROM (
            SELECT lead.id, lead.created_day, lead.created_month,
                   lead.created_at, lead.source_id, lead.campaign_id,
                   lead.product_id, lead.cost,
                   CASE WHEN (SELECT mark.kind FROM lead_event mark
                              WHERE mark.lead_id = lead.id
                                AND mark.kind IN ('invalid', 'valid')
                                AND mark.day <= :as_of
                              ORDER BY mark.at DESC, mark.id DESC LIMIT 1)
                             = 'invalid' THEN 0 ELSE 1 END AS valid,
                   (SELECT MIN(win.day) FROM lead inquiry
                    JOIN lead_event win ON win.lead_id = inquiry.id
                    WHERE inquiry.prospect_id = lead.id
                      AND win.kind = 'won' AND win.day <= :as_of) AS won_day,
                   (SELECT MIN(win.at) FROM lead inquiry
                    JOIN lead_event win ON win.lead_id = inquiry.id
                    WHERE inquiry.prospect_id = lead.id
                      AND win.kind = 'won' AND win.day <= :as_of) AS won_at,
                   (SELECT ended.kind FROM lead_event ended
                    WHERE ended.lead_id = lead.id
                      AND ended.kind IN ('lost', 'reopened')
                      AND ended.day <= :as_of
                    ORDER BY ended.at DESC, ended.id DESC LIMIT 1) AS last_kind,
                   (SELECT MAX(ended.day) FROM lead_event ended
                    WHERE ended.lead_id = lead.id AND ended.kind = 'lost'
                      AND ended.day <= :as_of) AS last_day,
                   (SELECT MAX(ended.at) FROM lead_event ended
                    WHERE ended.lead_id = lead.id AND ended.kind = 'lost'
                      AND ended.day <= :as_of) AS last_at
            FROM lead
            WHERE lead.created_day >= :from AND lead.created_day < :to
              AND lead.created_day <= :as_of
              AND lead.prospect_id = lead.id AND lead.repeat_deal = 0
          ) seen
        ) ended
      ) closed
    ) owned
  ) credited
  WHERE :see = 2
     OR (:see = 1 AND credited.team_id = :my_team)
     OR credited.owner_id = :me
)
