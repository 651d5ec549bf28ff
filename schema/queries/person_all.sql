-- Everybody who can sign in, by login, with the team of a day.
-- in:  day int
-- out: id int, login text, name text, role text, language text, team text,
--      active int
SELECT person.id, person.login, person.name, person.role, person.language,
       COALESCE((SELECT team.name FROM membership
                 JOIN team ON team.id = membership.team_id
                 WHERE membership.person_id = person.id
                   AND membership.from_day = (SELECT MAX(newest.from_day)
                                              FROM membership newest
                                              WHERE newest.person_id = person.id
                                                AND newest.from_day <= :day)),
                '') AS team,
       person.active
FROM person
WHERE person.login IS NOT NULL
ORDER BY person.login
