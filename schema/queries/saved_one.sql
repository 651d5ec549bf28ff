-- A view of this person.
-- no scope: only their own.
-- in:  id int, person int
-- out: name text, address text, shared int
SELECT name, address, shared FROM saved_view
WHERE id = :id AND person_id = :person
