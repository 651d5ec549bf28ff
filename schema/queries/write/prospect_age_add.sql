-- Adds to the counts of prospects won or lost after so many days.
-- in:  unit int, source int, team int, start int, days int, won int, lost int,
--      revenue int
INSERT INTO prospect_age (unit, source_id, team_id, start, days, won, lost,
                          revenue)
VALUES (:unit, :source, :team, :start, :days, :won, :lost, :revenue)
ON CONFLICT (unit, source_id, team_id, start, days) DO UPDATE
SET won = prospect_age.won + excluded.won,
    lost = prospect_age.lost + excluded.lost,
    revenue = prospect_age.revenue + excluded.revenue
