-- Ends a person's daily e-mail.
-- in:  person int
DELETE FROM person_digest WHERE person_id = :person
