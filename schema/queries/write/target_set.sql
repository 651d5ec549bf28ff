-- A target from a day on; one of the same day gives way.
-- in:  team int, from_day int, percent int
INSERT INTO target (team_id, from_day, percent)
VALUES (:team, :from_day, :percent)
ON CONFLICT (team_id, from_day) DO UPDATE SET percent = excluded.percent
