-- Prospects of a period counted by team and by what became of them, for every
-- number of the conversion page: counts, shares, curve, revenue, own cost.
--   matured   1 when they have had :horizon days to buy
--   state     'won', 'lost', 'open', or 'invalid' (days is 0 then)
--   days      from created to won or lost (a win before it counts as 0), or
--             the age on :as_of while open
--   revenue   base amounts of the first purchases
-- in:  scope, from int, to int, as_of int, horizon int, team int, source int
-- out: team_id int, matured int, state text, days int, prospects int,
--      cost int, revenue int
-- use: prospect
SELECT fate.team_id, fate.matured, fate.state, fate.days,
       COUNT(*) AS prospects,
       CAST(SUM(fate.cost) AS BIGINT) AS cost,
       CAST(SUM(fate.revenue) AS BIGINT) AS revenue
FROM (
  SELECT COALESCE(prospect.team_id, 0) AS team_id,
         CASE WHEN prospect.created_day + :horizon <= :as_of
              THEN 1 ELSE 0 END AS matured,
         CASE WHEN prospect.valid = 0 THEN 'invalid'
              WHEN prospect.won_day IS NOT NULL THEN 'won'
              WHEN prospect.lost_day IS NOT NULL THEN 'lost'
              ELSE 'open' END AS state,
         CASE WHEN prospect.valid = 0 THEN 0
              WHEN prospect.won_day < prospect.created_day THEN 0
              ELSE COALESCE(prospect.won_day, prospect.lost_day, :as_of)
                   - prospect.created_day END AS days,
         CASE WHEN prospect.valid = 0 THEN 0 ELSE prospect.cost END AS cost,
         CASE WHEN prospect.valid = 0 OR prospect.won_day IS NULL THEN 0
              ELSE COALESCE((SELECT purchase.base_amount FROM lead inquiry
                             JOIN purchase ON purchase.lead_id = inquiry.id
                             WHERE inquiry.prospect_id = prospect.id
                               AND purchase.refund_of IS NULL
                               AND purchase.base_amount > 0
                               AND purchase.day <= :as_of
                             ORDER BY purchase.day, purchase.id LIMIT 1), 0)
         END AS revenue
  FROM prospect
  WHERE (:team < 0 OR COALESCE(prospect.team_id, 0) = :team)
    AND (:source < 0 OR COALESCE(prospect.source_id, 0) = :source)
) fate
GROUP BY fate.team_id, fate.matured, fate.state, fate.days
ORDER BY fate.team_id, fate.days, fate.state, fate.matured
