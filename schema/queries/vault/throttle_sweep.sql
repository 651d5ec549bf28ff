-- Forgets failures that lie long enough in the past, so that one wrong try now
-- and then cannot keep anybody out, and invented names do not pile up.
-- in:  before int
DELETE FROM throttle WHERE until_at < :before
