-- The prospects behind a number, oldest first, a page at a time.
--   after_day, after_id  the last row of the page before; NONE for the first
-- in:  scope, from int, to int, as_of int, horizon int, team int, person int,
--      source int, campaign int, product int, segment int, state text,
--      reason int, step int, after_day int?, after_id int?, most int
-- rows: lead_list
-- use: came prospect outcome priceless chosen listed
SELECT id, name, created_day, state, end_day, owner, team, source, amount
FROM listed
WHERE CAST(:after_day AS BIGINT) IS NULL
   OR created_day > CAST(:after_day AS BIGINT)
   OR (created_day = CAST(:after_day AS BIGINT)
       AND id > CAST(:after_id AS BIGINT))
ORDER BY created_day, id
LIMIT :most
