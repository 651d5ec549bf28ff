-- Prospects of a period that are old enough, by group and by how far they got
-- within the horizon.
--   won       1 when they were won in time
--   position  of the furthest step; 0: only contacted, -1: not even that
-- asks: conversion_by_fate
-- out: group_id int, won int, position int, prospects int
-- use: came prospect outcome picked way
SELECT furthest.group_id, furthest.won, furthest.position, COUNT(*) AS prospects
FROM (
  SELECT picked.group_id,
         CASE WHEN picked.state = 'won' AND picked.days <= :horizon
              THEN 1 ELSE 0 END AS won,
         COALESCE(MAX(way.position), -1) AS position
  FROM picked
  LEFT JOIN way ON way.prospect_id = picked.id AND way.days <= :horizon
  WHERE picked.state <> 'invalid'
    AND picked.created_day + :horizon <= :as_of
  GROUP BY picked.id, picked.group_id, picked.state, picked.days
) furthest
GROUP BY furthest.group_id, furthest.won, furthest.position
