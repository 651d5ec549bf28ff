-- The prospects that were won or lost in some days, last closed first, a page
-- at a time.
--   after_day, after_id  the last row of the page before; NONE for the first
-- in:  scope, from int, to int, as_of int, end_from int, end_to int, team int,
--      person int, source int, campaign int, product int, segment int,
--      state text, reason int, after_day int?, after_id int?, most int
-- rows: lead_list
-- use: came prospect outcome ended
SELECT ended.id, lead.name, ended.created_day, ended.state, ended.end_day,
       COALESCE(person.name, '') AS owner, COALESCE(team.name, '') AS team,
       COALESCE(source.name, '') AS source, ended.revenue AS amount
FROM ended
JOIN lead ON lead.id = ended.id
LEFT JOIN person ON person.id = ended.owner_id
LEFT JOIN team ON team.id = ended.team_id
LEFT JOIN source ON source.id = ended.source_id
WHERE CAST(:after_day AS BIGINT) IS NULL
   OR ended.end_day < CAST(:after_day AS BIGINT)
   OR (ended.end_day = CAST(:after_day AS BIGINT)
       AND ended.id < CAST(:after_id AS BIGINT))
ORDER BY ended.end_day DESC, ended.id DESC
LIMIT :most
