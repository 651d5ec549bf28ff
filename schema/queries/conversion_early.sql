-- Prospects that came in [:from, :to) and are recorded as won or lost on a day
-- before they came, as they are kept; found by an index of these few.
-- in:  scope, from int, to int, team int, person int, source int, campaign int,
--      product int, segment int
-- out: n int
SELECT COUNT(*) AS n
FROM fate
WHERE fate.end_day < fate.created_day AND fate.state IN ('won', 'lost')
  AND fate.created_day >= :from AND fate.created_day < :to
  AND (:see = 2
       OR (:see = 1 AND fate.team_id = :my_team AND :my_team <> 0)
       OR fate.owner_id = :me)
  AND (:team < 0 OR fate.team_id = :team)
  AND (:person < 0 OR fate.owner_id = :person)
  AND (:source < 0 OR fate.source_id = :source)
  AND (:campaign < 0 OR fate.campaign_id = :campaign)
  AND (:product < 0 OR fate.product_id = :product)
  AND (:segment < 0 OR fate.segment_id = :segment)
