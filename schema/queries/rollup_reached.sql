-- The steps that the prospects with ids from :first_id to :last_id have reached,
-- by all that is recorded up to :as_of, as cgi/lib/reach.h says: after so many
-- days, the first contact (-1) after so many seconds.
-- no scope: counted for everybody; nobody is shown the rows.
-- in:  scope, as_of int, first_id int, last_id int
-- out: prospect_id int, step_id int, after int
-- use: came_one prospect outcome way
SELECT way.prospect_id, gate.id AS step_id,
       MIN(CASE WHEN gate.id < 0 THEN way.seconds ELSE way.days END) AS after
FROM way
JOIN (SELECT -1 AS id, 0 AS position
      UNION ALL SELECT 0, 0
      UNION ALL SELECT step.id, step.position FROM step) gate
  ON gate.position <= way.position
GROUP BY way.prospect_id, gate.id
ORDER BY way.prospect_id, gate.id
