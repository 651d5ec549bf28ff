-- Prospects of a period by the day they came, for the trend, whatever they
-- are grouped :by.
--   prospects  valid ones; matured: had :horizon days to buy
--   won        of the matured: bought within :horizon days
-- asks: conversion_by_fate
-- out: day int, prospects int, matured int, won int
-- use: came prospect outcome picked
SELECT picked.created_day AS day, COUNT(*) AS prospects,
       COUNT(CASE WHEN picked.created_day + :horizon <= :as_of
                  THEN 1 END) AS matured,
       COUNT(CASE WHEN picked.created_day + :horizon <= :as_of
                   AND picked.state = 'won' AND picked.days <= :horizon
                  THEN 1 END) AS won
FROM picked
WHERE picked.state <> 'invalid'
GROUP BY picked.created_day
ORDER BY picked.created_day
