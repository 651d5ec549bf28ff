-- How often a team's people tried to reach a customer in some days, how often
-- they did, and how often the customer was unhappy (F5); tries that stand.
-- in:  scope, as_of int, team int, from int, to int
-- out: id int, tries int, reached int, problems int
-- use: member
SELECT member.id, COUNT(*) AS tries,
       CAST(SUM(CASE WHEN contact.outcome IN ('no_answer', 'wrong_contact')
                     THEN 0 ELSE 1 END) AS BIGINT) AS reached,
       CAST(SUM(CASE WHEN contact.outcome = 'unhappy' THEN 1 ELSE 0 END)
            AS BIGINT) AS problems
FROM member
JOIN contact ON contact.person_id = member.id
WHERE contact.day BETWEEN :from AND :to
  AND NOT EXISTS (SELECT 1 FROM followup_event undone
                  WHERE undone.followup_id = contact.followup_id
                    AND undone.kind = 'reopened'
                    AND undone.at >= contact.at)
GROUP BY member.id
ORDER BY member.id
