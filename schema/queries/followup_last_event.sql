-- The latest event of a follow-up, who recorded it, and the day the follow-up
-- had been due before it, and whose it had been.
-- no scope: asked for a follow-up found with scope before.
-- in:  followup int
-- out: id int, kind text, at int, day int, actor text, note text,
--      due_day int?,
--      due_before int?, owner_before int?
SELECT latest.id, latest.kind, latest.at, latest.day,
       COALESCE(person.name, '') AS actor, latest.note, latest.due_day,
       (SELECT earlier.due_day FROM followup_event earlier
        WHERE earlier.followup_id = :followup AND earlier.id <> latest.id
          AND earlier.due_day IS NOT NULL
        ORDER BY earlier.at DESC, earlier.id DESC LIMIT 1) AS due_before,
       (SELECT earlier.owner_id FROM followup_event earlier
        WHERE earlier.followup_id = :followup AND earlier.id <> latest.id
          AND earlier.owner_id IS NOT NULL
        ORDER BY earlier.at DESC, earlier.id DESC LIMIT 1) AS owner_before
FROM followup_event latest
LEFT JOIN person ON person.id = latest.actor_id
WHERE latest.followup_id = :followup
ORDER BY latest.at DESC, latest.id DESC
LIMIT 1
