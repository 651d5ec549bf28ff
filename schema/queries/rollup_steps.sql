-- The steps of a sale, the first one first.
-- out: id int, position int
SELECT id, position FROM step ORDER BY position
