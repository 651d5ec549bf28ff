-- Removes a view of this person; nothing of anybody else's.
-- in:  id int, person int
DELETE FROM saved_view WHERE id = :id AND person_id = :person
