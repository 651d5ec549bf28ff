-- A person's daily e-mail; stop_key is '' when they have not asked for it.
--   known  their address in the records, '' when there is none
-- in:  person int
-- out: known text, email text, stop_key text, refused text
SELECT person.email AS known, COALESCE(person_digest.email, '') AS email,
       COALESCE(person_digest.stop_key, '') AS stop_key,
       COALESCE(person_digest.refused, '') AS refused
FROM person
LEFT JOIN person_digest ON person_digest.person_id = person.id
WHERE person.id = :person
