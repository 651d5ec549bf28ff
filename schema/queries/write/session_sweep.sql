-- Forgets sessions that have ended by themselves.
-- in:  seen_since int, created_since int
-- quiet: no page shows it.
DELETE FROM session WHERE seen_at < :seen_since OR created_at < :created_since
