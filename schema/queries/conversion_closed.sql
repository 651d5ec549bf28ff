-- Prospects that were won or lost in [:end_from, :end_to), whenever they came
-- from :from until :to, by day and reason, -1 for those that were won.
-- in:  scope, from int, to int, as_of int, end_from int, end_to int, team int,
--      person int, source int, campaign int, product int, segment int,
--      state text, reason int
-- out: day int, reason_id int, prospects int, revenue int
-- use: came prospect outcome ended
SELECT ended.end_day AS day, ended.reason_id, COUNT(*) AS prospects,
       CAST(SUM(ended.revenue) AS BIGINT) AS revenue
FROM ended
GROUP BY ended.end_day, ended.reason_id
ORDER BY 1, 2
