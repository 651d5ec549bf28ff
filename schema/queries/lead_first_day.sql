-- The day of the first lead of the whole company, NULL when there is none:
-- before it nothing can be compared with.
-- no scope: one day, which tells of no lead in particular.
-- out: day int?
SELECT MIN(created_day) AS day FROM lead
