-- Matured prospects of a period by team and by what their winning cost is
-- taken from: month, source and campaign.
-- in:  scope, from int, to int, as_of int, horizon int, team int, source int
-- out: team_id int, month int, source_id int, campaign_id int, matured int,
--      prospects int
-- use: came prospect outcome
SELECT outcome.team_id, outcome.created_month AS month, outcome.source_id,
       outcome.campaign_id,
       COUNT(CASE WHEN outcome.created_day + :horizon <= :as_of
                  THEN 1 END) AS matured,
       COUNT(*) AS prospects
FROM outcome
WHERE outcome.state <> 'invalid' AND outcome.source_id <> 0
  AND (:team < 0 OR outcome.team_id = :team)
  AND (:source < 0 OR outcome.source_id = :source)
GROUP BY outcome.team_id, outcome.created_month, outcome.source_id,
         outcome.campaign_id
ORDER BY 1, 2, 3, 4
