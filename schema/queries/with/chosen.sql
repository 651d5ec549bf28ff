-- Of the prospects, those that a list shows: of one :team, :person, :source,
-- :campaign, :product and :segment, each an id, 0 for none, -1 for every one, in one
-- :state (needs outcome, priceless):
--   all      valid ones              matured  old enough for :horizon
--   won      of these, bought within the horizon: the conversion's numerator
--   any_won  bought at any time      lost, open, invalid
--   closed   won or lost             uncosted  valid, no price is known
--   early    won or lost on a day before they came
--   waiting  open, nobody has contacted them
-- :reason, if it is not -1, leaves those that were lost for it, 0 for none given.
-- :step, if it is not -1, leaves those old enough that reached it, or a later
-- one, or were won, within the horizon; 0 is being contacted.
chosen AS NOT MATERIALIZED (
  SELECT outcome.id, outcome.created_day, outcome.owner_id, outcome.team_id,
         outcome.source_id, outcome.state, outcome.end_day, outcome.revenue
  FROM outcome
  WHERE (:team < 0 OR outcome.team_id = :team)
    AND (:person < 0 OR outcome.owner_id = :person)
    AND (:source < 0 OR outcome.source_id = :source)
    AND (:campaign < 0 OR outcome.campaign_id = :campaign)
    AND (:product < 0 OR outcome.product_id = :product)
    AND (:segment < 0 OR outcome.segment_id = :segment)
    AND (:reason < 0
         OR (outcome.state = 'lost' AND outcome.reason_id = :reason))
    AND (:step < 0
         OR (outcome.state <> 'invalid'
             AND outcome.created_day + :horizon <= :as_of
             AND ((outcome.state = 'won' AND outcome.days <= :horizon)
                  OR EXISTS (SELECT 1 FROM lead inquiry
                             JOIN lead_event event
                               ON event.lead_id = inquiry.id
                             LEFT JOIN step ON step.id = event.step_id
                             WHERE inquiry.prospect_id = outcome.id
                               AND event.kind IN ('contacted', 'step')
                               AND event.day <= :as_of
                               AND event.day
                                   <= outcome.created_day + :horizon
                               AND (outcome.end_day IS NULL
                                    OR event.day <= outcome.end_day)
                               AND COALESCE(step.position, 0)
                                   >= COALESCE((SELECT gate.position
                                                FROM step gate
                                                WHERE gate.id = :step), 0)))))
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
      OR (:state = 'early' AND outcome.state IN ('won', 'lost')
          AND outcome.end_day < outcome.created_day)
      OR (:state = 'waiting' AND outcome.waiting = 1)
      OR (:state = 'closed' AND outcome.state IN ('won', 'lost'))
      OR (:state IN ('lost', 'open', 'invalid') AND outcome.state = :state))
)
