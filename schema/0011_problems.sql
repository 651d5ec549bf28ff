-- 0011_problems.sql - the queue of problems.
-- sums: as they were

-- What is to be solved next: by the day it is due, those without one last.
CREATE INDEX problem_open_by_due ON problem (COALESCE(due_day, 2147483647), id) WHERE state = 'open';
CREATE INDEX problem_event_by_kind ON problem_event (kind, day);
