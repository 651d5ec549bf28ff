-- Of the prospects, those that a list shows: of one :team, :person, :source,
-- :campaign and :product, each an id, 0 for none, -1 for every one, in one
-- :state (needs outcome, priceless):
--   all      valid ones              matured  old enough for :horizon
--   won      of these, bought within the horizon: the conversion's numerator
--   any_won  bought at any time      lost, open, invalid
--   closed   won or lost             uncosted  valid, no price is known
-- :reason, if it is not -1, leaves those that were lost for it, 0 for none given.
chosen AS NOT MATERIALIZED (
  SELECT outcome.id, outcome.created_day, outcome.owner_id, outcome.team_id,
         outcome.source_id, outcome.state, outcome.end_day, outcome.revenue
  FROM outcome
  WHERE (:team < 0 OR outcome.team_id = :team)
    AND (:person < 0 OR outcome.owner_id = :person)
    AND (:source < 0 OR outcome.source_id = :source)
    AND (:campaign < 0 OR outcome.campaign_id = :campaign)
    AND (:product < 0 OR outcome.product_id = :product)
    AND (:reason < 0
         OR (outcome.state = 'lost' AND outcome.reason_id = :reason))
    AND ((:state = 'all' AND outcome.state <> 'invalid')
      OR (:state = 'matured' AND outcome.state <> 'invalid'
          AND outcome.created_day + :horizon <= :as_of)
      OR (:state = 'won' AND outcome.state = 'won'
          AND outcome.created_day + :horizon <= :as_of
          AND outcome.days <= :horizon)
      OR (:state = 'any_won' AND outcome.state = 'won')
      OR (:state = 'uncosted' AND outcome.state <> 'invalid'
          AND EXISTS (SELECT 1 FROM priceless
                      WHERE priceless.month = outcome.created_month
                        AND priceless.source_id = outcome.source_id))
      OR (:state = 'closed' AND outcome.state IN ('won', 'lost'))
      OR (:state IN ('lost', 'open', 'invalid') AND outcome.state = :state))
)
