-- The prospects behind a number, oldest first, a page at a time.
--   after_day, after_id  the last row of the page before; NONE for the first
-- in:  scope, from int, to int, as_of int, horizon int, team int, person int,
--      source int, campaign int, product int, state text, reason int,
--      after_day int?, after_id int?, most int
-- rows: lead_list
-- use: came prospect outcome priceless chosen
SELECT chosen.id, lead.name, chosen.created_day, chosen.state, chosen.end_day,
       COALESCE(person.name, '') AS owner, COALESCE(team.name, '') AS team,
       COALESCE(source.name, '') AS source, chosen.revenue AS amount
FROM chosen
JOIN lead ON lead.id = chosen.id
LEFT JOIN person ON person.id = chosen.owner_id
LEFT JOIN team ON team.id = chosen.team_id
LEFT JOIN source ON source.id = chosen.source_id
WHERE CAST(:after_day AS BIGINT) IS NULL
   OR chosen.created_day > CAST(:after_day AS BIGINT)
   OR (chosen.created_day = CAST(:after_day AS BIGINT)
       AND chosen.id > CAST(:after_id AS BIGINT))
ORDER BY chosen.created_day, chosen.id
LIMIT :most
