-- in:  position int, name text, name_key text
-- out: id int
INSERT INTO step (position, name, name_key) VALUES (:position, :name, :name_key)
RETURNING id
