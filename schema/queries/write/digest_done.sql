-- A person's daily e-mail of a day is done with.
-- quiet: no page shows it.
-- in:  person int, today int
UPDATE person_digest SET last_day = :today, taken_at = 0
WHERE person_id = :person
