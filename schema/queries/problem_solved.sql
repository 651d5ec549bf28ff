-- The problems a viewer may see that were solved since a day and stand so,
-- the latest first, a page at a time.
--   rank, after       rank and id of the last row of the page before; NULL for
--                     the first page
--   rank (of a row)   till_day
--   from_day          when it was opened first
--   till_day          when it was solved
-- in:  scope, as_of int, owner int, since int, rank int?, after int?, most int
-- rows: problem_open
-- use: seen_customer seen_problem
SELECT seen_problem.id, solved.day AS rank, seen_problem.what,
       seen_problem.cause,
       COALESCE((SELECT opened.day FROM problem_event opened
                 WHERE opened.problem_id = seen_problem.id
                   AND opened.kind = 'opened'
                 ORDER BY opened.at LIMIT 1), solved.day) AS from_day,
       seen_problem.due_day, solved.day AS till_day,
       COALESCE(person.name, '') AS owner, customer.id AS customer_id,
       customer.name AS customer
FROM problem_event solved
JOIN seen_problem ON seen_problem.id = solved.problem_id
JOIN customer ON customer.id = seen_problem.customer_id
LEFT JOIN person ON person.id = seen_problem.owner_id
WHERE solved.kind = 'solved' AND solved.day BETWEEN :since AND :as_of
  AND seen_problem.state = 'solved'
  AND (:owner = 0 OR seen_problem.owner_id = :owner)
  AND NOT EXISTS (SELECT 1 FROM problem_event later
                  WHERE later.problem_id = solved.problem_id
                    AND later.kind = 'solved'
                    AND (later.at > solved.at
                         OR (later.at = solved.at AND later.id > solved.id)))
  AND (CAST(:rank AS BIGINT) IS NULL OR solved.day < CAST(:rank AS BIGINT)
       OR (solved.day = CAST(:rank AS BIGINT)
           AND seen_problem.id < CAST(:after AS BIGINT)))
ORDER BY solved.day DESC, seen_problem.id DESC
LIMIT :most
