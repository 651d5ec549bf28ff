-- Why leads were lost, or do not count, by name.
-- in:  kind text
-- out: id int, name text
SELECT id, name FROM reason WHERE kind = :kind ORDER BY name_key, id
