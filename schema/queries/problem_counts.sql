-- How many open problems a viewer may see, and how many of them are late.
--   owner  who sees to them; 0: whoever
--   month  of :as_of, which begins on :month_from
-- in:  scope, as_of int, month int, month_from int, owner int
-- out: n int, late int
-- use: mate followup_part
SELECT CAST(COALESCE(SUM(CASE WHEN unit = 2 THEN sign * open ELSE 0 END), 0)
            AS BIGINT) AS n,
       CAST(COALESCE(SUM(CASE WHEN unit = 0 OR start < :month
                              THEN sign * open ELSE 0 END), 0) AS BIGINT)
         AS late
FROM (SELECT followup_part.sign, problem_count.unit, problem_count.start,
             problem_count.open
      FROM followup_part
      CROSS JOIN problem_count
      WHERE problem_count.manager_id = followup_part.manager_id
        AND problem_count.owner_id = followup_part.owner_id
        AND problem_count.unit = 2
      UNION ALL
      SELECT followup_part.sign, problem_count.unit, problem_count.start,
             problem_count.open
      FROM followup_part
      CROSS JOIN problem_count
      WHERE problem_count.manager_id = followup_part.manager_id
        AND problem_count.owner_id = followup_part.owner_id
        AND problem_count.unit = 0
        AND problem_count.start >= :month_from
        AND problem_count.start < :as_of) counted
