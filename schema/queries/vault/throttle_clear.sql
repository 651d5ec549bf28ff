-- in:  login_key text
DELETE FROM throttle WHERE login_key = :login_key
