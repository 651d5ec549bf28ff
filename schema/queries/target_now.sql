-- The targets that hold on a :day, of the teams a viewer may see figures of and
-- of all together (team_id 0).
-- in:  scope, day int
-- out: team_id int, percent int
SELECT target.team_id, target.percent
FROM target
WHERE target.from_day = (SELECT MAX(newest.from_day) FROM target newest
                         WHERE newest.team_id = target.team_id
                           AND newest.from_day <= :day)
  AND target.percent > 0
  AND (:see = 2 OR target.team_id = 0 OR target.team_id = :my_team
       OR EXISTS (SELECT 1 FROM membership
                  WHERE membership.team_id = target.team_id
                    AND membership.person_id = :me))
