-- What happened to all inquiries of the prospects with ids from :first_id to
-- :last_id, in its order.
-- no scope: counted for everybody; nobody is shown the rows.
-- in:  first_id int, last_id int
-- out: prospect_id int, lead_id int, kind text, at int, day int, owner_id int,
--      reason_id int, step_id int
SELECT inquiry.prospect_id, event.lead_id, event.kind, event.at, event.day,
       COALESCE(event.owner_id, 0) AS owner_id,
       COALESCE(event.reason_id, 0) AS reason_id,
       COALESCE(event.step_id, 0) AS step_id
FROM lead inquiry
JOIN lead_event event ON event.lead_id = inquiry.id
WHERE inquiry.prospect_id >= :first_id AND inquiry.prospect_id <= :last_id
ORDER BY inquiry.prospect_id, event.at, event.id
