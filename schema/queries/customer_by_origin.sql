-- A customer by the id in the system it was imported from.
-- no scope: asked while a file is imported, for the whole company.
-- in:  origin text, origin_id text
-- out: id int, name text, contact text, email text, phone text, segment text,
--      manager_id int?, created_at int
SELECT id, name, contact, email, phone, segment, manager_id, created_at
FROM customer
WHERE origin = :origin AND origin_id = :origin_id AND origin_id <> ''
