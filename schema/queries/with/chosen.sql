-- Of the prospects, those that a list shows: of one :team (0: none's) and
-- :source (0: not recorded), or of every one (-1), in one :state:
--   all      valid ones              matured  old enough for :horizon
--   won      of these, bought within the horizon: the conversion's numerator
--   any_won  bought at any time      lost, open, invalid
chosen AS (
  SELECT prospect.*
  FROM prospect
  WHERE (:team < 0 OR COALESCE(prospect.team_id, 0) = :team)
    AND (:source < 0 OR COALESCE(prospect.source_id, 0) = :source)
    AND ((:state = 'invalid' AND prospect.valid = 0)
      OR (:state = 'all' AND prospect.valid = 1)
      OR (:state = 'matured' AND prospect.valid = 1
          AND prospect.created_day + :horizon <= :as_of)
      OR (:state = 'won' AND prospect.valid = 1
          AND prospect.created_day + :horizon <= :as_of
          AND prospect.won_day - prospect.created_day <= :horizon)
      OR (:state = 'any_won' AND prospect.valid = 1
          AND prospect.won_day IS NOT NULL)
      OR (:state = 'lost' AND prospect.valid = 1
          AND prospect.lost_day IS NOT NULL)
      OR (:state = 'open' AND prospect.valid = 1
          AND prospect.won_day IS NULL AND prospect.lost_day IS NULL))
)
