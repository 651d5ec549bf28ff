-- The source of a name.
-- in:  name_key text
-- out: id int
SELECT id FROM source WHERE name_key = :name_key
