-- Forgets sessions that have ended by themselves.
-- in:  seen_since int, created_since int
DELETE FROM session WHERE seen_at < :seen_since OR created_at < :created_since
