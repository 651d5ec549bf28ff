-- Every target that was ever set, by team, the newest first; that of all
-- together stands before.
-- no scope: who sets targets sets them for all.
-- in:  most int
-- out: team_id int, team text, from_day int, percent int
SELECT target.team_id, COALESCE(team.name, '') AS team, target.from_day,
       target.percent
FROM target
LEFT JOIN team ON team.id = target.team_id
ORDER BY CASE WHEN target.team_id = 0 THEN 0 ELSE 1 END, team.name_key,
         target.team_id, target.from_day DESC
LIMIT :most
