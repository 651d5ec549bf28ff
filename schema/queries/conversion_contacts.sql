-- Prospects of a period that were contacted, by group, by how many seconds
-- they waited, and by the days after which they were won or lost, -1 while open.
-- in:  scope, from int, to int, as_of int, by int, team int, person int,
--      source int, campaign int, product int, segment int
-- out: group_id int, seconds int, days int, prospects int
-- use: came prospect outcome picked way
SELECT waited.group_id, waited.seconds, waited.days, COUNT(*) AS prospects
FROM (
  SELECT picked.group_id, MIN(way.seconds) AS seconds,
         CASE WHEN picked.end_day IS NULL THEN -1 ELSE picked.days END AS days
  FROM picked
  JOIN way ON way.prospect_id = picked.id
  GROUP BY picked.id, picked.group_id, picked.end_day, picked.days
) waited
GROUP BY waited.group_id, waited.seconds, waited.days
