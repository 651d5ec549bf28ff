-- in:  login_key text, failures int, until_at int
INSERT INTO throttle (login_key, failures, until_at)
VALUES (:login_key, :failures, :until_at)
ON CONFLICT (login_key) DO UPDATE
SET failures = excluded.failures, until_at = excluded.until_at
