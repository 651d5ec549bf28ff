-- The months and sources (0: not recorded) whose leads have no price at all.
-- no scope: of the whole company, whoever looks; it tells no number.
-- in:  from_month int, to_month int
-- out: month int, source_id int
-- use: priceless
SELECT priceless.month, priceless.source_id
FROM (SELECT source.id FROM source UNION ALL SELECT 0) origin
CROSS JOIN priceless
WHERE priceless.source_id = origin.id
  AND priceless.month >= :from_month AND priceless.month <= :to_month
ORDER BY priceless.month, priceless.source_id
