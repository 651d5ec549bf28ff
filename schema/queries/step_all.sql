-- The steps of a sale, the first one first.
-- out: id int, name text, position int
SELECT id, name, position FROM step ORDER BY position
