-- The open problems a viewer may see, a page at a time: those to be solved
-- first come first, then those without a day, the oldest first.
--   owner             only this person's; 0: everybody's
--   rank, after       rank and id of the last row of the page before; 0 for the
--                     first page
--   rank (of a row)   its day, or a number behind all days
--   from_day          when it was opened last
--   till_day          NULL here
-- in:  scope, as_of int, owner int, rank int, after int, most int
-- out: id int, rank int, what text, cause text, from_day int, due_day int?,
--      till_day int?, owner text, customer_id int, customer text
-- use: seen_customer seen_problem
SELECT seen_problem.id, COALESCE(seen_problem.due_day, 2147483647) AS rank,
       seen_problem.what, seen_problem.cause,
       COALESCE((SELECT problem_event.day FROM problem_event
                 WHERE problem_event.problem_id = seen_problem.id
                   AND problem_event.kind IN ('opened', 'reopened')
                 ORDER BY problem_event.at DESC LIMIT 1), :as_of) AS from_day,
       seen_problem.due_day, CAST(NULL AS BIGINT) AS till_day,
       COALESCE(person.name, '') AS owner, customer.id AS customer_id,
       customer.name AS customer
FROM seen_problem
JOIN customer ON customer.id = seen_problem.customer_id
LEFT JOIN person ON person.id = seen_problem.owner_id
WHERE seen_problem.state = 'open'
  AND (:owner = 0 OR seen_problem.owner_id = :owner)
  AND (COALESCE(seen_problem.due_day, 2147483647) > :rank
       OR (COALESCE(seen_problem.due_day, 2147483647) = :rank
           AND seen_problem.id > :after))
ORDER BY COALESCE(seen_problem.due_day, 2147483647), seen_problem.id
LIMIT :most
