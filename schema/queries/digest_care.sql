-- Follow-ups of the people in sight that were first due from :from to :to, but
-- for cancelled ones; and those of them done by then (F2).
-- in:  scope, as_of int, from int, to int
-- out: due int, on_time int
-- use: mate
SELECT CAST(COALESCE(SUM(care_day.due), 0) AS BIGINT) AS due,
       CAST(COALESCE(SUM(care_day.on_time), 0) AS BIGINT) AS on_time
FROM (SELECT person.id FROM person WHERE :see = 2
      UNION ALL
      SELECT mate.id FROM mate) seen
CROSS JOIN care_day
WHERE care_day.person_id = seen.id
  AND care_day.day >= :from AND care_day.day <= :to
