-- Of the follow-ups of a team's people that were due in some days, by the day
-- they were first due and but for cancelled ones, those done by then (F2).
-- in:  scope, as_of int, team int, from int, to int
-- out: id int, due int, on_time int
-- use: member
SELECT member.id, COUNT(*) AS due,
       CAST(SUM(CASE WHEN followup.state = 'done'
                       AND (SELECT ended.day FROM followup_event ended
                            WHERE ended.followup_id = followup.id
                              AND ended.kind = 'done'
                            ORDER BY ended.at DESC LIMIT 1)
                           <= followup.first_due_day
                     THEN 1 ELSE 0 END) AS BIGINT) AS on_time
FROM member
JOIN followup ON followup.owner_id = member.id
WHERE followup.first_due_day BETWEEN :from AND :to
  AND followup.state <> 'cancelled'
GROUP BY member.id
ORDER BY member.id
