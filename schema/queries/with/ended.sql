-- Of the prospects, those that were won or lost in [:end_from, :end_to), of one
-- :team, :person, :source, :campaign, :product and :segment, each an id, 0 for none, -1
-- for every one (needs outcome):
--   :state   'won' or 'lost', or 'closed' for both
--   :reason  lost for this one, 0 for none given; -1 for whatever reason
--   reason_id  -1 of those that were won
ended AS NOT MATERIALIZED (
  SELECT outcome.id, outcome.created_day, outcome.owner_id, outcome.team_id,
         outcome.source_id, outcome.state, outcome.end_day, outcome.revenue,
         CASE WHEN outcome.state = 'won' THEN -1 ELSE outcome.reason_id
         END AS reason_id
  FROM outcome
  WHERE (:team < 0 OR outcome.team_id = :team)
    AND (:person < 0 OR outcome.owner_id = :person)
    AND (:source < 0 OR outcome.source_id = :source)
    AND (:campaign < 0 OR outcome.campaign_id = :campaign)
    AND (:product < 0 OR outcome.product_id = :product)
    AND (:segment < 0 OR outcome.segment_id = :segment)
    AND outcome.state IN ('won', 'lost')
    AND outcome.end_day >= :end_from AND outcome.end_day < :end_to
    AND (:state = 'closed' OR outcome.state = :state)
    AND (:reason < 0
         OR (outcome.state = 'lost' AND outcome.reason_id = :reason))
)
