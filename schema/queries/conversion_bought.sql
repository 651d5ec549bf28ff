-- Valid prospects that came in the blocks [:from, :to) of a :unit, all of one
-- :month, by group and by what is spent on them: a source in that month, or a
-- campaign of it.
--   team, source  an id, 0 for none, -1 for every one
-- in:  scope, by int, month int, unit int, from int, to int, team int,
--      source int
-- out: group_id int, source_id int, campaign_id int, prospects int
-- use: seen_key
SELECT seen_key.group_id, spend.source_id,
       COALESCE(spend.campaign_id, 0) AS campaign_id,
       CAST(SUM(prospect_count.valid) AS BIGINT) AS prospects
FROM spend
CROSS JOIN seen_key
CROSS JOIN prospect_count
WHERE spend.month = :month AND (:source < 0 OR spend.source_id = :source)
  AND (:by = 0 OR seen_key.group_id = spend.source_id)
  AND prospect_count.unit = :unit
  AND prospect_count.source_id = spend.source_id
  AND prospect_count.campaign_id = COALESCE(spend.campaign_id, -1)
  AND prospect_count.team_id = seen_key.team_id
  AND prospect_count.start >= :from AND prospect_count.start < :to
GROUP BY seen_key.group_id, spend.source_id, COALESCE(spend.campaign_id, 0)
ORDER BY 1, 2, 3
