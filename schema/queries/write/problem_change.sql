-- What is known of a problem.
-- no scope: done for a problem found with scope before.
-- in:  problem int, owner int?, what text, cause text, cost int, due_day int?
-- touch: problem problem
UPDATE problem
SET owner_id = :owner, what = :what, cause = :cause, cost = :cost,
    due_day = :due_day, version = version + 1
WHERE id = :problem
