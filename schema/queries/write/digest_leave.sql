-- Leaves a person's daily e-mail to the next run.
-- quiet: no page shows it.
-- in:  person int
UPDATE person_digest SET taken_at = 0 WHERE person_id = :person
