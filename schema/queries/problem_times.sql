-- How long problems took that a viewer may see and that were opened in some
-- days (F6).
--   days      from being opened first to being solved for good, or to :as_of
--   solved    that stand solved
--   open      that stand open
--   once      that were ever solved
--   again     that were opened anew
-- in:  scope, as_of int, owner int, from int
-- out: days int, solved int, open int, once int, again int
-- use: seen_customer seen_problem
SELECT problem_days.days,
       CAST(SUM(problem_days.is_solved) AS BIGINT) AS solved,
       CAST(SUM(1 - problem_days.is_solved) AS BIGINT) AS open,
       CAST(SUM(problem_days.was_solved) AS BIGINT) AS once,
       CAST(SUM(problem_days.was_opened) AS BIGINT) AS again
FROM (SELECT CASE WHEN seen_problem.state = 'solved'
                  THEN COALESCE((SELECT solved.day FROM problem_event solved
                                 WHERE solved.problem_id = seen_problem.id
                                   AND solved.kind = 'solved'
                                 ORDER BY solved.at DESC LIMIT 1), opened.day)
                  ELSE :as_of END - opened.day AS days,
             CASE WHEN seen_problem.state = 'solved' THEN 1 ELSE 0 END
               AS is_solved,
             CASE WHEN EXISTS (SELECT 1 FROM problem_event solved
                               WHERE solved.problem_id = seen_problem.id
                                 AND solved.kind = 'solved') THEN 1 ELSE 0 END
               AS was_solved,
             CASE WHEN EXISTS (SELECT 1 FROM problem_event again
                               WHERE again.problem_id = seen_problem.id
                                 AND again.kind = 'reopened') THEN 1 ELSE 0 END
               AS was_opened
      FROM problem_event opened
      JOIN seen_problem ON seen_problem.id = opened.problem_id
      WHERE opened.kind = 'opened' AND opened.day BETWEEN :from AND :as_of
        AND (:owner = 0 OR seen_problem.owner_id = :owner)) problem_days
GROUP BY problem_days.days
ORDER BY problem_days.days
