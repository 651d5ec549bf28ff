-- The rows of a list of prospects (needs chosen): with the words for their ids.
listed AS NOT MATERIALIZED (
  SELECT chosen.id, lead.name, chosen.created_day, chosen.state, chosen.end_day,
         COALESCE(person.name, '') AS owner, COALESCE(team.name, '') AS team,
         COALESCE(source.name, '') AS source, chosen.revenue AS amount
  FROM chosen
  JOIN lead ON lead.id = chosen.id
  LEFT JOIN person ON person.id = chosen.owner_id
  LEFT JOIN team ON team.id = chosen.team_id
  LEFT JOIN source ON source.id = chosen.source_id
)
