-- Of the prospects, those that pass the filters: of one :team, :person,
-- :source, :campaign, :product and :segment, each an id, 0 for none, -1 for every one
-- (needs outcome).
--   group_id  what they are grouped by: 0 team, 1 person, 2 source,
--             3 campaign, 4 product, 5 segment
picked AS NOT MATERIALIZED (
  SELECT outcome.id, outcome.created_day, outcome.created_month,
         outcome.source_id, outcome.campaign_id, outcome.team_id, outcome.state,
         outcome.end_day, outcome.days, outcome.reason_id, outcome.cost,
         outcome.revenue, outcome.waiting,
         CASE :by WHEN 0 THEN outcome.team_id WHEN 1 THEN outcome.owner_id
                  WHEN 2 THEN outcome.source_id
                  WHEN 3 THEN outcome.campaign_id
                  WHEN 4 THEN outcome.product_id
                  ELSE outcome.segment_id END AS group_id
  FROM outcome
  WHERE (:team < 0 OR outcome.team_id = :team)
    AND (:person < 0 OR outcome.owner_id = :person)
    AND (:source < 0 OR outcome.source_id = :source)
    AND (:campaign < 0 OR outcome.campaign_id = :campaign)
    AND (:product < 0 OR outcome.product_id = :product)
    AND (:segment < 0 OR outcome.segment_id = :segment)
)
