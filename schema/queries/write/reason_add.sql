-- in:  kind text, name text, name_key text
-- out: id int
INSERT INTO reason (kind, name, name_key) VALUES (:kind, :name, :name_key)
RETURNING id
