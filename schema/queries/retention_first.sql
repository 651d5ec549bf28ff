-- All customers by the day of their first purchase, for who sees everybody.
--   again      who have bought again at all; within_N: within N days
-- in:  scope
-- out: day int, customers int, again int, within_30 int, within_60 int,
--      within_90 int, within_180 int, within_365 int
SELECT day, customers, again, within_30, within_60, within_90, within_180,
       within_365
FROM buyer_first
WHERE :see = 2 AND segment_id = -1
ORDER BY day
