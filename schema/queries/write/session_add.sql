-- A new session of a person.
-- in:  token_hash text, person int, now int, agent text
-- quiet: no page shows who is signed in.
INSERT INTO session (token_hash, person_id, created_at, seen_at, agent)
VALUES (:token_hash, :person, :now, :now, :agent)
