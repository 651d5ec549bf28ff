-- Takes up a person's daily e-mail of a day, unless another run did: no row then.
-- quiet: no page shows it.
-- in:  person int, today int, since int, now int
-- out: email text, stop_key text, refused text
UPDATE person_digest SET taken_at = :now
WHERE person_id = :person AND last_day < :today AND taken_at < :since
RETURNING email, stop_key, refused
