-- A person belongs to a team from a day on; team NULL: to none.
-- in:  person int, from_day int, team int?
-- touch: person person
INSERT INTO membership (person_id, from_day, team_id)
VALUES (:person, :from_day, :team)
ON CONFLICT (person_id, from_day) DO UPDATE SET team_id = excluded.team_id
