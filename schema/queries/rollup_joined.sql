-- Leads with ids from :first_id to :last_id that count through the prospect of
-- an earlier one.
-- no scope: asked while a lead is recorded; nobody is shown the answer.
-- in:  first_id int, last_id int
-- out: prospect_id int
SELECT lead.prospect_id FROM lead
WHERE lead.id >= :first_id AND lead.id <= :last_id
  AND lead.prospect_id <> lead.id
ORDER BY lead.id
