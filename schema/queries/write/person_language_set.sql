-- The language a person has chosen.
-- in:  language text, person int
UPDATE person SET language = :language WHERE id = :person
