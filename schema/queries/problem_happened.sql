-- What happened to a problem a viewer may see, newest first.
-- in:  scope, as_of int, id int
-- out: kind text, day int, note text, person text
-- use: seen_customer seen_problem
SELECT problem_event.kind, problem_event.day, problem_event.note,
       COALESCE(person.name, '') AS person
FROM seen_problem
JOIN problem_event ON problem_event.problem_id = seen_problem.id
LEFT JOIN person ON person.id = problem_event.actor_id
WHERE seen_problem.id = :id
ORDER BY problem_event.at DESC, problem_event.id DESC
