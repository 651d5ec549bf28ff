-- in:  team int, from_day int
DELETE FROM target WHERE team_id = :team AND from_day = :from_day
