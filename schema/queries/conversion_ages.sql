-- Prospects that came in the blocks [:from, :to) of a :unit and were won or
-- lost, by team and the days this took; more than :horizon count as one more.
--   team, source  an id, 0 for none, -1 for every one
-- in:  scope, unit int, from int, to int, team int, source int, horizon int
-- out: team_id int, days int, won int, lost int, revenue int
-- use: seen_team
SELECT prospect_age.team_id,
       CASE WHEN prospect_age.days > :horizon THEN :horizon + 1
            ELSE prospect_age.days END AS days,
       prospect_age.won, prospect_age.lost, prospect_age.revenue
FROM seen_team
CROSS JOIN prospect_age
WHERE prospect_age.unit = :unit AND prospect_age.source_id = :source
  AND prospect_age.team_id = seen_team.id
  AND prospect_age.start >= :from AND prospect_age.start < :to
