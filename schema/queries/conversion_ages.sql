-- Prospects that came in the blocks [:from, :to) of a :unit and were won or
-- lost, by group and block: how long this took, as in cgi/lib/ages.h.
--   team, source  an id, 0 for none, -1 for every one
-- in:  scope, by int, unit int, from int, to int, team int, source int
-- out: group_id int, ages text
-- use: seen_key
SELECT seen_key.group_id, prospect_age.ages
FROM seen_key
CROSS JOIN prospect_age
WHERE prospect_age.unit = :unit AND prospect_age.source_id = seen_key.source_id
  AND prospect_age.team_id = seen_key.team_id
  AND prospect_age.start >= :from AND prospect_age.start < :to
