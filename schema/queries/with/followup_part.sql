-- The rows of followup_count that a viewer's follow-ups add up from (needs
-- mate).  Who does not see all sees those of some people's customers, and
-- their own; which would count twice where both are true.
--   owner  only this person's; 0: everybody's in sight
followup_part AS MATERIALIZED (
  SELECT -1 AS manager_id, -1 AS owner_id, 1 AS sign
  WHERE :see = 2 AND :owner = 0
  UNION ALL
  SELECT -1, :owner, 1
  WHERE :owner > 0 AND (:see = 2 OR :owner = :me)
  UNION ALL
  SELECT mate.id, :owner, 1 FROM mate
  WHERE :owner > 0 AND :owner <> :me
  UNION ALL
  SELECT mate.id, -1, 1 FROM mate
  WHERE :owner = 0
  UNION ALL
  SELECT -1, :me, 1
  WHERE :see <> 2 AND :owner = 0 AND :me > 0
  UNION ALL
  SELECT mate.id, :me, -1 FROM mate
  WHERE :owner = 0
)
