-- Forgets the review that was asked for in a talk which is taken back, unless
-- more has come of it.
-- no scope: the talk was found with scope before.
-- in:  customer int, contact int
DELETE FROM review
WHERE customer_id = :customer AND contact_id = :contact
  AND promised_day IS NULL AND published_day IS NULL
