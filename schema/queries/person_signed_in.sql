-- The person behind a session, or a :person (0: by the session), with the team
-- of the day and the number of follow-ups that are overdue.  No row when the
-- person may not sign in.
--   month  of today, which begins on :month_from
-- in:  person int, token_hash text, seen_since int, created_since int,
--      today int, month int, month_from int
-- out: id int, login text, name text, role text, language text, theme text,
--      team_id int, overdue int
-- use: live_session
SELECT person.id, person.login, person.name, person.role, person.language,
       person.theme,
       COALESCE((SELECT membership.team_id FROM membership
                 WHERE membership.person_id = person.id
                   AND membership.from_day <= :today
                 ORDER BY membership.from_day DESC LIMIT 1), 0) AS team_id,
       (SELECT CAST(COALESCE(SUM(followup_count.due), 0) AS BIGINT)
        FROM followup_count
        WHERE followup_count.manager_id = -1
          AND followup_count.owner_id = person.id
          AND followup_count.unit = 2 AND followup_count.start < :month)
       + (SELECT CAST(COALESCE(SUM(followup_count.due), 0) AS BIGINT)
          FROM followup_count
          WHERE followup_count.manager_id = -1
            AND followup_count.owner_id = person.id
            AND followup_count.unit = 0
            AND followup_count.start >= :month_from
            AND followup_count.start < :today) AS overdue
FROM person
WHERE person.id = CASE WHEN :person > 0 THEN :person
                       ELSE (SELECT live_session.person_id
                             FROM live_session) END
  AND person.active = 1 AND person.login IS NOT NULL
