-- The product of a name.
-- in:  name_key text
-- out: id int
SELECT id FROM product WHERE name_key = :name_key
