-- The ids of followup_list, in its order: what comes next.
-- in:  scope, as_of int, year_from int, owner int, from int, until int,
--      most int, looked_at int
-- out: id int
-- use: mate open_followup most_urgent
SELECT most_urgent.id FROM most_urgent
ORDER BY most_urgent.due_day, most_urgent.year_revenue DESC, most_urgent.id
