-- in:  name text
-- out: id int
INSERT INTO segment (name) VALUES (:name) RETURNING id
