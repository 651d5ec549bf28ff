-- in:  name text, name_key text, class text
-- out: id int
INSERT INTO source (name, name_key, class) VALUES (:name, :name_key, :class)
RETURNING id
