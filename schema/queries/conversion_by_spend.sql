-- Matured prospects of a period by team and by what their winning cost is
-- taken from: month, source and campaign.
-- in:  scope, from int, to int, as_of int, horizon int, team int, source int
-- out: team_id int, month int, source_id int, campaign_id int, matured int,
--      prospects int
-- use: prospect
SELECT COALESCE(prospect.team_id, 0) AS team_id,
       prospect.created_month AS month,
       prospect.source_id, COALESCE(prospect.campaign_id, 0) AS campaign_id,
       COUNT(CASE WHEN prospect.created_day + :horizon <= :as_of
                  THEN 1 END) AS matured,
       COUNT(*) AS prospects
FROM prospect
WHERE prospect.valid = 1 AND prospect.source_id IS NOT NULL
  AND (:team < 0 OR COALESCE(prospect.team_id, 0) = :team)
  AND (:source < 0 OR COALESCE(prospect.source_id, 0) = :source)
GROUP BY COALESCE(prospect.team_id, 0), prospect.created_month,
         prospect.source_id, COALESCE(prospect.campaign_id, 0)
ORDER BY 1, 2, 3, 4
