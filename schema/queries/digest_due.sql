-- Who is to get the daily e-mail of a day and has not; not those whom another
-- run has taken up since.
-- in:  today int, since int
-- out: person_id int
SELECT person_digest.person_id
FROM person_digest
JOIN person ON person.id = person_digest.person_id
WHERE person_digest.last_day < :today AND person_digest.taken_at < :since
  AND person.active = 1 AND person.login IS NOT NULL
ORDER BY person_digest.person_id
