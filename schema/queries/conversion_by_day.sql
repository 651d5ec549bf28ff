-- Prospects of a period by the day they came, for the trend.
--   prospects  valid ones; matured: had :horizon days to buy
--   won        of the matured: bought within :horizon days
-- in:  scope, from int, to int, as_of int, horizon int, team int, source int
-- out: day int, prospects int, matured int, won int
-- use: prospect
SELECT prospect.created_day AS day, COUNT(*) AS prospects,
       COUNT(CASE WHEN prospect.created_day + :horizon <= :as_of
                  THEN 1 END) AS matured,
       COUNT(CASE WHEN prospect.created_day + :horizon <= :as_of
                   AND prospect.won_day - prospect.created_day <= :horizon
                  THEN 1 END) AS won
FROM prospect
WHERE prospect.valid = 1
  AND (:team < 0 OR COALESCE(prospect.team_id, 0) = :team)
  AND (:source < 0 OR COALESCE(prospect.source_id, 0) = :source)
GROUP BY prospect.created_day
ORDER BY prospect.created_day
