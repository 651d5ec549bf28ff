-- Every source, by name.
-- out: id int, name text, class text
SELECT id, name, class FROM source ORDER BY name_key, id
