-- How long problems took that a viewer may see and that were opened since a day
-- (F6), in rows to be added up with their sign.
--   owner     who sees to them; 0: whoever
--   month     of :from, whose last day is :month_till
-- in:  scope, as_of int, owner int, from int, month_till int, month int
-- out: sign int, times text
-- use: mate followup_part
SELECT followup_part.sign, problem_time.times
FROM followup_part
CROSS JOIN problem_time
WHERE problem_time.manager_id = followup_part.manager_id
  AND problem_time.owner_id = followup_part.owner_id
  AND problem_time.unit = 0
  AND problem_time.start >= :from AND problem_time.start <= :month_till
UNION ALL
SELECT followup_part.sign, problem_time.times
FROM followup_part
CROSS JOIN problem_time
WHERE problem_time.manager_id = followup_part.manager_id
  AND problem_time.owner_id = followup_part.owner_id
  AND problem_time.unit = 2 AND problem_time.start > :month
ORDER BY sign, times
