-- Where a form was sent the first time it came.
-- in:  nonce text, person int
-- out: place text
SELECT place FROM done_once WHERE nonce = :nonce AND person_id = :person
