-- Valid prospects that came in the blocks [:from, :to) of a :unit, all of one
-- :month, and for whose source no price is known in it.
--   team, source  an id, 0 for none, -1 for every one
-- in:  scope, by int, month int, unit int, from int, to int, team int,
--      source int
-- out: prospects int
-- use: seen_key priceless
SELECT COALESCE(CAST(SUM(prospect_count.valid) AS BIGINT), 0) AS prospects
FROM (SELECT source.id FROM source UNION ALL SELECT 0) origin
CROSS JOIN priceless
CROSS JOIN seen_key
CROSS JOIN prospect_count
WHERE priceless.source_id = origin.id AND priceless.month = :month
  AND (:source < 0 OR priceless.source_id = :source)
  AND (:by = 0 OR seen_key.group_id = priceless.source_id)
  AND prospect_count.unit = :unit
  AND prospect_count.source_id = priceless.source_id
  AND prospect_count.campaign_id = -1
  AND prospect_count.team_id = seen_key.team_id
  AND prospect_count.start >= :from AND prospect_count.start < :to
