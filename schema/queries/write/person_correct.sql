-- What is known of a person, corrected.
-- in:  id int, name text, name_key text, email text, role text, origin text,
--      origin_id text
UPDATE person
SET name = :name, name_key = :name_key, email = :email, role = :role,
    origin = :origin, origin_id = :origin_id
WHERE id = :id
