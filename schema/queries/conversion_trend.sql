-- Prospects that came in the blocks [:from, :to) of a :unit, block by block:
-- valid ones, and those won within :horizon days.
--   team, source  an id, 0 for none, -1 for every one
-- in:  scope, unit int, from int, to int, team int, source int, horizon int
-- out: start int, prospects int, won int
SELECT prospect_count.start, prospect_count.valid AS prospects,
       COALESCE((SELECT CAST(SUM(prospect_age.won) AS BIGINT)
                 FROM prospect_age
                 WHERE prospect_age.unit = prospect_count.unit
                   AND prospect_age.source_id = prospect_count.source_id
                   AND prospect_age.team_id = prospect_count.team_id
                   AND prospect_age.start = prospect_count.start
                   AND prospect_age.days <= :horizon), 0) AS won
FROM prospect_count
WHERE (:see = 2 OR (:see = 1 AND :team = :my_team AND :team <> 0))
  AND prospect_count.unit = :unit AND prospect_count.source_id = :source
  AND prospect_count.campaign_id = -1 AND prospect_count.team_id = :team
  AND prospect_count.start >= :from AND prospect_count.start < :to
ORDER BY prospect_count.start
