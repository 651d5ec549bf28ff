-- Adds to the counts of prospects of a span.
-- in:  unit int, source int, campaign int, team int, start int, valid int,
--      invalid int, won int, lost int, cost int, revenue int, waiting int
INSERT INTO prospect_count (unit, source_id, campaign_id, team_id, start,
                            valid, invalid, won, lost, cost, revenue,
                            waiting)
VALUES (:unit, :source, :campaign, :team, :start, :valid, :invalid, :won,
        :lost, :cost, :revenue, :waiting)
ON CONFLICT (unit, source_id, campaign_id, team_id, start) DO UPDATE
SET valid = prospect_count.valid + excluded.valid,
    invalid = prospect_count.invalid + excluded.invalid,
    won = prospect_count.won + excluded.won,
    lost = prospect_count.lost + excluded.lost,
    cost = prospect_count.cost + excluded.cost,
    revenue = prospect_count.revenue + excluded.revenue,
    waiting = prospect_count.waiting + excluded.waiting
