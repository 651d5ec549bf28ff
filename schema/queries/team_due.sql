-- The people of a team by name, with their open follow-ups and those that are
-- overdue (F1).
-- in:  scope, as_of int, team int
-- out: id int, name text, open int, overdue int
-- use: member
SELECT member.id, member.name,
       (SELECT COUNT(*) FROM followup
        WHERE followup.owner_id = member.id AND followup.state = 'open')
         AS open,
       (SELECT COUNT(*) FROM followup
        WHERE followup.owner_id = member.id AND followup.state = 'open'
          AND followup.due_day < :as_of) AS overdue
FROM member
ORDER BY member.name_key, member.id
