-- Every product, by name.
-- out: id int, name text
SELECT id, name FROM product ORDER BY name_key, id
