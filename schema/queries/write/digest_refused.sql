-- What the mail server answered to a person's last daily e-mail; '' when it took
-- it.
-- in:  person int, refused text
UPDATE person_digest SET refused = :refused WHERE person_id = :person
