-- Signs a person out everywhere.
-- in:  person int
-- quiet: no page shows it.
DELETE FROM session WHERE person_id = :person
