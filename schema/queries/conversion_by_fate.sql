-- Prospects of a period counted by team and by what became of them, for every
-- number of the conversion page: counts, shares, curve, revenue, own cost.
--   matured   1 when they have had :horizon days to buy
--   state     'won', 'lost', 'open', or 'invalid'
--   days      from created to won or lost, or the age on :as_of while open
--   revenue   base amounts of the first purchases
-- in:  scope, from int, to int, as_of int, horizon int, team int, source int
-- out: team_id int, matured int, state text, days int, prospects int,
--      cost int, revenue int
-- use: came prospect outcome
SELECT aged.team_id, aged.matured, aged.state, aged.days,
       COUNT(*) AS prospects, CAST(SUM(aged.cost) AS BIGINT) AS cost,
       CAST(SUM(aged.revenue) AS BIGINT) AS revenue
FROM (
  SELECT outcome.team_id, outcome.state, outcome.cost, outcome.revenue,
         CASE WHEN outcome.created_day + :horizon <= :as_of
              THEN 1 ELSE 0 END AS matured,
         CASE WHEN outcome.state = 'open' THEN :as_of - outcome.created_day
              ELSE outcome.days END AS days
  FROM outcome
  WHERE (:team < 0 OR outcome.team_id = :team)
    AND (:source < 0 OR outcome.source_id = :source)
) aged
GROUP BY aged.team_id, aged.matured, aged.state, aged.days
ORDER BY aged.team_id, aged.days, aged.state, aged.matured
