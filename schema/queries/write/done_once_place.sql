-- Where the first click of a form was sent.
-- in:  nonce text, place text
-- quiet: no page shows it.
UPDATE done_once SET place = :place WHERE nonce = :nonce
