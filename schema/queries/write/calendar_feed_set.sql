-- Makes the secret address of a person's calendar; an older one ends.
-- in:  person int, key_hash text, now int
INSERT INTO calendar_feed (person_id, key_hash, made_at)
VALUES (:person, :key_hash, :now)
ON CONFLICT (person_id) DO UPDATE
SET key_hash = excluded.key_hash, made_at = excluded.made_at
