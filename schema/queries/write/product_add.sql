-- in:  name text, name_key text
-- out: id int
INSERT INTO product (name, name_key) VALUES (:name, :name_key) RETURNING id
