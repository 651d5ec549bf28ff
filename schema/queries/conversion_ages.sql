-- Prospects that came in the blocks [:from, :to) of a :unit and were won or
-- lost, by team and block: how long this took, as in cgi/lib/ages.h.
--   team, source  an id, 0 for none, -1 for every one
-- in:  scope, unit int, from int, to int, team int, source int
-- out: team_id int, ages text
-- use: seen_team
SELECT prospect_age.team_id, prospect_age.ages
FROM seen_team
CROSS JOIN prospect_age
WHERE prospect_age.unit = :unit AND prospect_age.source_id = :source
  AND prospect_age.team_id = seen_team.id
  AND prospect_age.start >= :from AND prospect_age.start < :to
