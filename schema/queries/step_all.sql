-- The steps of a sale, the first one first.
-- out: id int, name text
SELECT id, name FROM step ORDER BY position
