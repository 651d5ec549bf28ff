-- Prospects of a period that have had :horizon days to buy, by group and kind:
-- how many, and how many became customers in time.  The kind is the source, or
-- where sources are the groups (:by 2) the team.
-- asks: conversion_by_fate
-- out: group_id int, kind_id int, matured int, won int
-- use: came prospect outcome picked
SELECT picked.group_id,
       CASE WHEN :by = 2 THEN picked.team_id ELSE picked.source_id END AS kind_id,
       COUNT(*) AS matured,
       CAST(SUM(CASE WHEN picked.state = 'won' AND picked.days <= :horizon
                     THEN 1 ELSE 0 END) AS BIGINT) AS won
FROM picked
WHERE picked.state <> 'invalid' AND picked.created_day + :horizon <= :as_of
GROUP BY picked.group_id,
         CASE WHEN :by = 2 THEN picked.team_id ELSE picked.source_id END
ORDER BY 1, 2
