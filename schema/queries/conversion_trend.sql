-- Prospects that came in the blocks [:from, :to) of a :unit, block by block:
-- valid ones, and how long it took for those that were won or lost, as in
-- cgi/lib/ages.h.
--   team, source  an id, 0 for none, -1 for every one
-- in:  scope, unit int, from int, to int, team int, source int
-- out: start int, prospects int, ages text
SELECT prospect_count.start, prospect_count.valid AS prospects,
       COALESCE(prospect_age.ages, '') AS ages
FROM prospect_count
LEFT JOIN prospect_age ON prospect_age.unit = prospect_count.unit
  AND prospect_age.source_id = prospect_count.source_id
  AND prospect_age.team_id = prospect_count.team_id
  AND prospect_age.start = prospect_count.start
WHERE (:see = 2 OR (:see = 1 AND :team = :my_team AND :team <> 0))
  AND prospect_count.unit = :unit AND prospect_count.source_id = :source
  AND prospect_count.campaign_id = -1 AND prospect_count.team_id = :team
  AND prospect_count.start >= :from AND prospect_count.start < :to
ORDER BY prospect_count.start
