-- Every segment, by name.
-- out: id int, name text
SELECT id, name FROM segment ORDER BY name, id
