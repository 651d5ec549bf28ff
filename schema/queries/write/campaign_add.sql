-- in:  source int, name text, name_key text
-- out: id int
INSERT INTO campaign (source_id, name, name_key)
VALUES (:source, :name, :name_key)
RETURNING id
