-- What has become of each prospect (needs prospect):
--   state     'won', 'lost', 'open', or 'invalid'
--   end_day   of the win or loss, NULL while open
--   days      from created to won or lost (an end before it counts as 0);
--             0 for open and invalid ones
--   reason_id  why it was lost, as said last
--   cost      own price; 0 for invalid ones
--   revenue   base amount of the first purchase of one that was won
--   waiting   1 when it is open and nobody has recorded a contact or step yet
-- An id is 0 where there is none.
outcome AS MATERIALIZED (
  SELECT prospect.id, prospect.created_day, prospect.created_month,
         COALESCE(prospect.source_id, 0) AS source_id,
         COALESCE(prospect.campaign_id, 0) AS campaign_id,
         COALESCE(prospect.product_id, 0) AS product_id,
         COALESCE(prospect.segment_id, 0) AS segment_id,
         COALESCE(prospect.owner_id, 0) AS owner_id,
         COALESCE(prospect.team_id, 0) AS team_id,
         CASE WHEN prospect.valid = 0 THEN 'invalid'
              WHEN prospect.won_day IS NOT NULL THEN 'won'
              WHEN prospect.lost_day IS NOT NULL THEN 'lost'
              ELSE 'open' END AS state,
         COALESCE(prospect.won_day, prospect.lost_day) AS end_day,
         CASE WHEN prospect.valid = 0
                OR COALESCE(prospect.won_day, prospect.lost_day)
                   < prospect.created_day THEN 0
              ELSE COALESCE(prospect.won_day, prospect.lost_day,
                            prospect.created_day) - prospect.created_day
         END AS days,
         CASE WHEN prospect.valid = 0 OR prospect.won_day IS NOT NULL
                OR prospect.lost_day IS NULL THEN 0
              ELSE COALESCE((SELECT said.reason_id FROM lead_event said
                             WHERE said.lead_id = prospect.id
                               AND said.kind = 'lost' AND said.day <= :as_of
                             ORDER BY said.at DESC, said.id DESC LIMIT 1), 0)
         END AS reason_id,
         CASE WHEN prospect.valid = 0 THEN 0 ELSE prospect.cost END AS cost,
         CASE WHEN prospect.valid = 0 OR prospect.won_day IS NULL THEN 0
              ELSE COALESCE((SELECT purchase.base_amount FROM lead inquiry
                             JOIN purchase ON purchase.lead_id = inquiry.id
                             WHERE inquiry.prospect_id = prospect.id
                               AND purchase.refund_of IS NULL
                               AND purchase.base_amount > 0
                               AND purchase.day <= :as_of
                             ORDER BY purchase.day, purchase.id LIMIT 1), 0)
         END AS revenue,
         CASE WHEN prospect.valid = 0 OR prospect.won_day IS NOT NULL
                OR prospect.lost_day IS NOT NULL
                OR EXISTS (SELECT 1 FROM lead inquiry
                           JOIN lead_event talk ON talk.lead_id = inquiry.id
                           WHERE inquiry.prospect_id = prospect.id
                             AND talk.kind IN ('contacted', 'step')
                             AND talk.day <= :as_of) THEN 0
              ELSE 1 END AS waiting
  FROM prospect
)
