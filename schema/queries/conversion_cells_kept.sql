-- Valid prospects that came in the blocks [:from, :to) of a :unit, by team and
-- source: how many, and how long it took for those that were won or lost, as
-- in cgi/lib/ages.h.
--   team, source  an id, 0 for none, -1 for every one
-- in:  scope, unit int, from int, to int, team int, source int
-- out: team_id int, source_id int, prospects int, ages text
SELECT side.id AS team_id, origin.id AS source_id,
       prospect_count.valid AS prospects,
       COALESCE(prospect_age.ages, '') AS ages
FROM (SELECT team.id FROM team UNION ALL SELECT 0) side
CROSS JOIN (SELECT source.id FROM source UNION ALL SELECT 0) origin
CROSS JOIN prospect_count
LEFT JOIN prospect_age ON prospect_age.unit = prospect_count.unit
  AND prospect_age.source_id = prospect_count.source_id
  AND prospect_age.team_id = prospect_count.team_id
  AND prospect_age.start = prospect_count.start
WHERE (:see = 2 OR (:see = 1 AND side.id = :my_team AND side.id <> 0))
  AND (:team < 0 OR side.id = :team)
  AND (:source < 0 OR origin.id = :source)
  AND prospect_count.unit = :unit AND prospect_count.source_id = origin.id
  AND prospect_count.campaign_id = -1 AND prospect_count.team_id = side.id
  AND prospect_count.start >= :from AND prospect_count.start < :to
