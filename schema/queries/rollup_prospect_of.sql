-- The prospect a lead belongs to; NULL while it is being written.
-- no scope: asked while a lead is recorded; nobody is shown the answer.
-- in:  lead int
-- out: id int?
SELECT lead.prospect_id AS id FROM lead WHERE lead.id = :lead
