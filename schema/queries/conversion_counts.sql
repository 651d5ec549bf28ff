-- Prospects that came in the blocks [:from, :to) of a :unit, by group and block.
--   team, source  an id, 0 for none, -1 for every one
-- in:  scope, by int, unit int, from int, to int, team int, source int
-- out: group_id int, start int, valid int, invalid int, won int, lost int,
--      cost int, waiting int
-- use: seen_key
SELECT seen_key.group_id, prospect_count.start, prospect_count.valid,
       prospect_count.invalid, prospect_count.won, prospect_count.lost,
       prospect_count.cost, prospect_count.waiting
FROM seen_key
CROSS JOIN prospect_count
WHERE prospect_count.unit = :unit AND prospect_count.source_id = seen_key.source_id
  AND prospect_count.campaign_id = -1
  AND prospect_count.team_id = seen_key.team_id
  AND prospect_count.start >= :from AND prospect_count.start < :to
