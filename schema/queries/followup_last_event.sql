-- The latest event of a follow-up, who recorded it, and the day the follow-up
-- had been due before it.
-- no scope: asked for a follow-up found with scope before.
-- in:  followup int
-- out: id int, kind text, at int, day int, actor text, due_day int?,
--      due_before int?
SELECT latest.id, latest.kind, latest.at, latest.day,
       COALESCE(person.name, '') AS actor, latest.due_day,
       (SELECT earlier.due_day FROM followup_event earlier
        WHERE earlier.followup_id = :followup AND earlier.id <> latest.id
          AND earlier.due_day IS NOT NULL
        ORDER BY earlier.at DESC, earlier.id DESC LIMIT 1) AS due_before
FROM followup_event latest
LEFT JOIN person ON person.id = latest.actor_id
WHERE latest.followup_id = :followup
ORDER BY latest.at DESC, latest.id DESC
LIMIT 1
