-- Adds to open problems by when they are due.
-- in:  manager int, owner int, unit int, start int, open int
INSERT INTO problem_count (manager_id, owner_id, unit, start, open)
VALUES (:manager, :owner, :unit, :start, :open)
ON CONFLICT (manager_id, owner_id, unit, start) DO UPDATE
SET open = problem_count.open + excluded.open
