-- Takes a form's random id; the first statement of every form's transaction.
-- No row when it was taken before.
-- in:  nonce text, person int, now int
-- out: nonce text
-- quiet: no page shows it.
INSERT INTO done_once (nonce, person_id, place, done_at)
VALUES (:nonce, :person, '', :now)
ON CONFLICT (nonce) DO NOTHING
RETURNING nonce
