-- The teams whose sums a viewer may read, 0 standing for prospects of none;
-- of one :team, or of every one (-1).
seen_team AS NOT MATERIALIZED (
  SELECT every.id
  FROM (SELECT team.id FROM team UNION ALL SELECT 0) every
  WHERE (:see = 2 OR (:see = 1 AND every.id = :my_team AND every.id <> 0))
    AND (:team < 0 OR every.id = :team)
)
