-- The teams a viewer may see figures of, by name.  Who sees only their own
-- rows sees their own team.
-- in:  scope
-- out: id int, name text, region text, active int
SELECT id, name, region, active FROM team
WHERE :see = 2 OR id = :my_team
ORDER BY name_key, id
