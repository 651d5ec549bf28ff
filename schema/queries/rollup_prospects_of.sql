-- The prospects that are a person's, whose credit follows their teams.
-- no scope: asked while a person changes teams; nobody is shown the answer.
-- in:  person int
-- out: id int
SELECT fate.lead_id AS id FROM fate
WHERE fate.owner_id = :person
ORDER BY fate.lead_id
