-- The keys of the sums a viewer may read, and what they are grouped by: each
-- team in sight (:by 0), or each source (2); of one :team and :source, each an
-- id, 0 for none, -1 for every one.
seen_key AS NOT MATERIALIZED (
  SELECT every.id AS group_id, :source AS source_id, every.id AS team_id
  FROM (SELECT team.id FROM team UNION ALL SELECT 0) every
  WHERE :by = 0
    AND (:see = 2 OR (:see = 1 AND every.id = :my_team AND every.id <> 0))
    AND (:team < 0 OR every.id = :team)
  UNION ALL
  SELECT every.id, every.id, CASE WHEN :see = 2 THEN :team ELSE :my_team END
  FROM (SELECT source.id FROM source UNION ALL SELECT 0) every
  WHERE :by = 2
    AND (:see = 2
         OR (:see = 1 AND :my_team <> 0 AND (:team < 0 OR :team = :my_team)))
    AND (:source < 0 OR every.id = :source)
)
