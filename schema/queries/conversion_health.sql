-- What is missing of the prospects of a period, each counted for all that it
-- misses:
--   unsourced, unteamed   nobody knows where from; nobody's team has them
--   uncosted              no price is known for their source and month
--   stale                 open for longer than :horizon days
--   early                 won or lost on a day before they came
--   invalid               spam, tests, duplicates: in no other number
-- asks: conversion_by_fate
-- out: unsourced int, unteamed int, uncosted int, stale int, early int,
--      invalid int
-- use: came prospect outcome picked priceless
SELECT COALESCE(CAST(SUM(CASE WHEN picked.state <> 'invalid'
                               AND picked.source_id = 0
                              THEN 1 ELSE 0 END) AS BIGINT), 0) AS unsourced,
       COALESCE(CAST(SUM(CASE WHEN picked.state <> 'invalid'
                               AND picked.team_id = 0
                              THEN 1 ELSE 0 END) AS BIGINT), 0) AS unteamed,
       COALESCE(CAST(SUM(CASE WHEN picked.state <> 'invalid'
                               AND EXISTS (SELECT 1 FROM priceless
                                           WHERE priceless.month
                                                 = picked.created_month
                                             AND priceless.source_id
                                                 = picked.source_id)
                              THEN 1 ELSE 0 END) AS BIGINT), 0) AS uncosted,
       COALESCE(CAST(SUM(CASE WHEN picked.state = 'open'
                               AND picked.created_day + :horizon <= :as_of
                              THEN 1 ELSE 0 END) AS BIGINT), 0) AS stale,
       COALESCE(CAST(SUM(CASE WHEN picked.state IN ('won', 'lost')
                               AND picked.end_day < picked.created_day
                              THEN 1 ELSE 0 END) AS BIGINT), 0) AS early,
       COALESCE(CAST(SUM(CASE WHEN picked.state = 'invalid'
                              THEN 1 ELSE 0 END) AS BIGINT), 0) AS invalid
FROM picked
