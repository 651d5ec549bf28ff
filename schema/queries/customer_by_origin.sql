-- A customer by the id in the system it was imported from; of a merged one, who
-- stands for it.
--   merged  1: the row of that id is another one, and says nothing of this one
-- no scope: asked while a file is imported, for the whole company.
-- in:  origin text, origin_id text
-- out: id int, name text, contact text, email text, phone text, segment text,
--      manager_id int?, created_at int, merged int
SELECT customer.id, customer.name, customer.contact, customer.email,
       customer.phone, customer.segment, customer.manager_id,
       customer.created_at,
       CASE WHEN found.merged_into IS NULL THEN 0 ELSE 1 END AS merged
FROM customer found
JOIN customer ON customer.id = COALESCE(found.merged_into, found.id)
WHERE found.origin = :origin AND found.origin_id = :origin_id
  AND found.origin_id <> ''
