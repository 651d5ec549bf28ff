-- The latest review of a customer that is not published yet.
-- no scope: asked for a customer found with scope before.
-- in:  customer int
-- out: id int, place text, asked_day int?, promised_day int?
SELECT review.id, review.place, review.asked_day, review.promised_day
FROM review
WHERE review.customer_id = :customer AND review.published_day IS NULL
ORDER BY review.id DESC
LIMIT 1
