-- A session is in use.
-- in:  token_hash text, now int
-- quiet: no page shows it.
UPDATE session SET seen_at = :now WHERE token_hash = :token_hash
