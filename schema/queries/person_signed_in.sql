-- The person behind a session, with the team of the day and the number of
-- follow-ups that are overdue.  No row when the person may not sign in.
-- no scope: counts the person's own follow-ups.
-- in:  person int, today int
-- out: id int, login text, name text, role text, language text, theme text,
--      team_id int, overdue int
SELECT person.id, person.login, person.name, person.role, person.language,
       person.theme,
       COALESCE((SELECT membership.team_id FROM membership
                 WHERE membership.person_id = person.id
                   AND membership.from_day <= :today
                 ORDER BY membership.from_day DESC LIMIT 1), 0) AS team_id,
       (SELECT COUNT(*) FROM followup
        WHERE followup.owner_id = person.id AND followup.state = 'open'
          AND followup.due_day < :today) AS overdue
FROM person
WHERE person.id = :person AND person.active = 1 AND person.login IS NOT NULL
