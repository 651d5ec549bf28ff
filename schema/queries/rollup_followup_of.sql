-- The customer a follow-up concerns.
-- no scope: asked while a follow-up is changed; nobody is shown the answer.
-- in:  followup int
-- out: customer_id int
SELECT followup.customer_id FROM followup WHERE followup.id = :followup
