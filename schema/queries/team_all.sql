-- The teams a viewer may see figures of, by name.  Who sees only their own
-- rows sees the teams they have belonged to: their past stays where it was.
-- in:  scope
-- out: id int, name text, region text, active int
SELECT team.id, team.name, team.region, team.active FROM team
WHERE :see = 2
   OR team.id = :my_team
   OR EXISTS (SELECT 1 FROM membership
              WHERE membership.team_id = team.id
                AND membership.person_id = :me)
ORDER BY team.name_key, team.id
