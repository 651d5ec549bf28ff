-- Prospects of a period by the day they came, for the trend.
--   prospects  valid ones; matured: had :horizon days to buy
--   won        of the matured: bought within :horizon days
-- in:  scope, from int, to int, as_of int, horizon int, team int, source int
-- out: day int, prospects int, matured int, won int
-- use: came prospect outcome
SELECT outcome.created_day AS day, COUNT(*) AS prospects,
       COUNT(CASE WHEN outcome.created_day + :horizon <= :as_of
                  THEN 1 END) AS matured,
       COUNT(CASE WHEN outcome.created_day + :horizon <= :as_of
                   AND outcome.state = 'won' AND outcome.days <= :horizon
                  THEN 1 END) AS won
FROM outcome
WHERE outcome.state <> 'invalid'
  AND (:team < 0 OR outcome.team_id = :team)
  AND (:source < 0 OR outcome.source_id = :source)
GROUP BY outcome.created_day
ORDER BY outcome.created_day
