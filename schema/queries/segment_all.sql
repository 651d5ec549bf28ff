-- Every segment, by name.
-- rows: product_all
SELECT id, name FROM segment ORDER BY name, id
