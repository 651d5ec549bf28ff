-- in:  login_key text
-- out: failures int, until_at int
SELECT failures, until_at FROM throttle WHERE login_key = :login_key
