-- Forgets forms that nobody will send again.
-- in:  before int
-- quiet: no page shows it.
DELETE FROM done_once WHERE done_at < :before
