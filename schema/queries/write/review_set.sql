-- How far a review has come.
-- no scope: done for a customer found with scope before.
-- in:  review int, place text, rating int?, promised_day int?,
--      published_day int?
UPDATE review
SET place = :place, rating = :rating, promised_day = :promised_day,
    published_day = :published_day
WHERE id = :review
