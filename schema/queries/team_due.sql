-- The people of a team by name, with their open follow-ups and those that are
-- overdue (F1).
--   month  of :as_of, which begins on :month_from
-- in:  scope, as_of int, team int, month int, month_from int
-- out: id int, name text, open int, overdue int
-- use: member
SELECT member.id, member.name,
       CAST(COALESCE((SELECT SUM(followup_count.due) FROM followup_count
                      WHERE followup_count.manager_id = -1
                        AND followup_count.owner_id = member.id
                        AND followup_count.unit = 2), 0) AS BIGINT) AS open,
       CAST(COALESCE((SELECT SUM(followup_count.due) FROM followup_count
                      WHERE followup_count.manager_id = -1
                        AND followup_count.owner_id = member.id
                        AND followup_count.unit = 2
                        AND followup_count.start < :month), 0)
            + COALESCE((SELECT SUM(followup_count.due) FROM followup_count
                        WHERE followup_count.manager_id = -1
                          AND followup_count.owner_id = member.id
                          AND followup_count.unit = 0
                          AND followup_count.start >= :month_from
                          AND followup_count.start < :as_of), 0) AS BIGINT)
         AS overdue
FROM member
ORDER BY member.name_key, member.id
