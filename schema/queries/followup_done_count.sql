-- How many follow-ups in sight ended on a day and were not opened again.
--   owner  only this person's; 0: everybody's in sight
-- in:  scope, as_of int, owner int
-- out: n int
-- use: seen_customer seen_followup
SELECT COUNT(DISTINCT seen_followup.id) AS n
FROM followup_event
JOIN seen_followup ON seen_followup.id = followup_event.followup_id
WHERE followup_event.day = :as_of AND followup_event.kind = 'done'
  AND seen_followup.state = 'done'
  AND (:owner = 0 OR seen_followup.owner_id = :owner)
