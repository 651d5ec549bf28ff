-- The problems of customers with ids from :first_id to :last_id.
--   owner_id    0: nobody sees to it
--   opened_day  first
--   solved_day  for good; NULL while it is open
--   once        1 when it was ever solved
--   again       1 when it was opened anew
-- no scope: counted for everybody; nobody is shown the rows.
-- in:  first_id int, last_id int
-- out: customer_id int, owner_id int, due_day int?, opened_day int,
--      solved_day int?, once int, again int
SELECT problem.customer_id, COALESCE(problem.owner_id, 0) AS owner_id,
       problem.due_day, opened.day AS opened_day,
       CASE WHEN problem.state = 'solved'
            THEN COALESCE((SELECT solved.day FROM problem_event solved
                           WHERE solved.problem_id = problem.id
                             AND solved.kind = 'solved'
                           ORDER BY solved.at DESC, solved.id DESC LIMIT 1),
                          opened.day)
       END AS solved_day,
       CASE WHEN EXISTS (SELECT 1 FROM problem_event solved
                         WHERE solved.problem_id = problem.id
                           AND solved.kind = 'solved') THEN 1 ELSE 0
       END AS once,
       CASE WHEN EXISTS (SELECT 1 FROM problem_event again
                         WHERE again.problem_id = problem.id
                           AND again.kind = 'reopened') THEN 1 ELSE 0
       END AS again
FROM problem
CROSS JOIN problem_event opened
WHERE opened.problem_id = problem.id AND opened.kind = 'opened'
  AND problem.customer_id >= :first_id AND problem.customer_id <= :last_id
ORDER BY problem.customer_id, problem.id
