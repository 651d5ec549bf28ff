-- in:  person int
-- out: hash text
SELECT hash FROM password WHERE person_id = :person
