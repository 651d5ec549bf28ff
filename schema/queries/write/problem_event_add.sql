-- in:  problem int, kind text, at int, day int, actor int?, note text
-- touch: problem problem
INSERT INTO problem_event (problem_id, kind, at, day, actor_id, note)
VALUES (:problem, :kind, :at, :day, :actor, :note)
