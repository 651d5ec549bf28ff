-- Forgets forms that nobody will send again.
-- in:  before int
DELETE FROM done_once WHERE done_at < :before
