-- Prospects that were won or lost in the blocks [:from, :to) of a :unit, by
-- block and reason, -1 for those that were won.
--   team, source  an id, 0 for none, -1 for every one; one of them is -1
-- in:  scope, unit int, from int, to int, team int, source int
-- out: start int, reason_id int, prospects int, revenue int
SELECT prospect_end.start, prospect_end.reason_id, prospect_end.prospects,
       prospect_end.revenue
FROM prospect_end
WHERE (:see = 2 OR (:see = 1 AND :team = :my_team AND :team <> 0))
  AND prospect_end.unit = :unit AND prospect_end.source_id = :source
  AND prospect_end.team_id = :team
  AND prospect_end.start >= :from AND prospect_end.start < :to
ORDER BY prospect_end.start, prospect_end.reason_id
