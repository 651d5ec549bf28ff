-- The reason of a name: kind 'lost' or 'invalid'.
-- in:  kind text, name_key text
-- out: id int
SELECT id FROM reason WHERE kind = :kind AND name_key = :name_key
