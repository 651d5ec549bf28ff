-- A segment by its name.
-- in:  name text
-- out: id int
SELECT id FROM segment WHERE name = :name
