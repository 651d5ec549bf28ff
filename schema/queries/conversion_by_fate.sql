-- Prospects of a period counted by group and by what became of them, for every
-- number of the conversion page: counts, shares, curve, revenue, own cost.
--   matured   1 when they have had :horizon days to buy
--   state     'won', 'lost', 'open', or 'invalid'
--   days      from created to won or lost, or the age on :as_of while open
--   revenue   base amounts of the first purchases
--   waiting   of the open ones: nobody has contacted them yet
-- in:  scope, from int, to int, as_of int, horizon int, by int, team int,
--      person int, source int, campaign int, product int, segment int
-- out: group_id int, matured int, state text, days int, prospects int,
--      cost int, revenue int, waiting int
-- use: came prospect outcome picked
SELECT aged.group_id, aged.matured, aged.state, aged.days,
       COUNT(*) AS prospects, CAST(SUM(aged.cost) AS BIGINT) AS cost,
       CAST(SUM(aged.revenue) AS BIGINT) AS revenue,
       CAST(SUM(aged.waiting) AS BIGINT) AS waiting
FROM (
  SELECT picked.group_id, picked.state, picked.cost, picked.revenue,
         picked.waiting,
         CASE WHEN picked.created_day + :horizon <= :as_of
              THEN 1 ELSE 0 END AS matured,
         CASE WHEN picked.state = 'open' THEN :as_of - picked.created_day
              ELSE picked.days END AS days
  FROM picked
) aged
GROUP BY aged.group_id, aged.matured, aged.state, aged.days
ORDER BY aged.group_id, aged.days, aged.state, aged.matured
