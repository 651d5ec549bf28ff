-- A person asks for the daily e-mail, or for another address; the secret that
-- ends it stays that of the messages they have got.
-- in:  person int, email text, stop_key text
INSERT INTO person_digest (person_id, email, stop_key)
VALUES (:person, :email, :stop_key)
ON CONFLICT (person_id) DO UPDATE
SET email = excluded.email, refused = ''
