-- How many open problems a viewer may see, and how many of them are late.
-- in:  scope, as_of int, owner int
-- out: n int, late int
-- use: seen_customer seen_problem
SELECT COUNT(*) AS n,
       CAST(COALESCE(SUM(CASE WHEN seen_problem.due_day < :as_of THEN 1
                              ELSE 0 END), 0) AS BIGINT) AS late
FROM seen_problem
WHERE seen_problem.state = 'open'
  AND (:owner = 0 OR seen_problem.owner_id = :owner)
