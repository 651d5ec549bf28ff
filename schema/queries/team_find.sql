-- The team of a name.
-- in:  name_key text
-- out: id int, region text
SELECT id, region FROM team WHERE name_key = :name_key
