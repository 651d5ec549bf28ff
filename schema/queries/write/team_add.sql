-- in:  name text, name_key text, region text
-- out: id int
INSERT INTO team (name, name_key, region) VALUES (:name, :name_key, :region)
RETURNING id
