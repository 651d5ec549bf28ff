-- The source a campaign belongs to.
-- in:  id int
-- out: source_id int
SELECT source_id FROM campaign WHERE id = :id
