-- Whose calendar a secret address is of; nobody's who has left.
-- in:  key_hash text
-- out: person_id int, name text, language text
SELECT person.id AS person_id, person.name, person.language
FROM calendar_feed
JOIN person ON person.id = calendar_feed.person_id
WHERE calendar_feed.key_hash = :key_hash AND person.active = 1
