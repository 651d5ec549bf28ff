-- Whose daily e-mail a secret ends.
-- in:  stop_key text
-- out: person_id int, language text, email text
SELECT person.id AS person_id, person.language, person_digest.email
FROM person_digest
JOIN person ON person.id = person_digest.person_id
WHERE person_digest.stop_key = :stop_key
