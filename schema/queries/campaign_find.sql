-- The campaign of a name, within its source.
-- in:  source int, name_key text
-- out: id int
SELECT id FROM campaign WHERE source_id = :source AND name_key = :name_key
