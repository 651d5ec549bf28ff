-- Prospects that came in the blocks [:from, :to) of a :unit by the steps they
-- reached, from :first_step to :last_step, as in cgi/lib/reach.h.
--   team, source  an id, 0 for none, -1 for every one
-- in:  scope, by int, unit int, from int, to int, team int, source int,
--      first_step int, last_step int
-- out: group_id int, step_id int, reached text
-- use: seen_key
SELECT seen_key.group_id, prospect_reach.step_id, prospect_reach.reached
FROM seen_key
CROSS JOIN prospect_reach
WHERE prospect_reach.unit = :unit
  AND prospect_reach.source_id = seen_key.source_id
  AND prospect_reach.team_id = seen_key.team_id
  AND prospect_reach.start >= :from AND prospect_reach.start < :to
  AND prospect_reach.step_id >= :first_step
  AND prospect_reach.step_id <= :last_step
