-- Signs one session out.
-- in:  token_hash text
-- quiet: no page shows it.
DELETE FROM session WHERE token_hash = :token_hash
