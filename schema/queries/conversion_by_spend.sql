-- Matured prospects of a period by group and by what their winning cost is
-- taken from: month, source and campaign.
-- asks: conversion_by_fate
-- out: group_id int, month int, source_id int, campaign_id int, matured int,
--      prospects int
-- use: came prospect outcome picked
SELECT picked.group_id, picked.created_month AS month, picked.source_id,
       picked.campaign_id,
       COUNT(CASE WHEN picked.created_day + :horizon <= :as_of
                  THEN 1 END) AS matured,
       COUNT(*) AS prospects
FROM picked
WHERE picked.state <> 'invalid' AND picked.source_id <> 0
GROUP BY picked.group_id, picked.created_month, picked.source_id,
         picked.campaign_id
ORDER BY 1, 2, 3, 4
