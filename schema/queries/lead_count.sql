-- How many prospects lead_list.sql lists in all.
-- in:  scope, from int, to int, as_of int, horizon int, team int, person int,
--      source int, campaign int, product int, segment int, state text,
--      reason int, step int
-- out: n int
-- use: came prospect outcome priceless chosen
SELECT COUNT(*) AS n FROM chosen
