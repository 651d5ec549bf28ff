-- Adds to customers by their first day and their problems.
-- in:  day int, trouble int, customers int, again int
INSERT INTO problem_kept (day, trouble, customers, again)
VALUES (:day, :trouble, :customers, :again)
ON CONFLICT (day, trouble) DO UPDATE
SET customers = problem_kept.customers + excluded.customers,
    again = problem_kept.again + excluded.again
