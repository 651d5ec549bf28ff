-- Signs a person out everywhere.
-- in:  person int
DELETE FROM session WHERE person_id = :person
