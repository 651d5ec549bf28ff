-- Customers of a segment (-1: everybody) by the day of their first purchase.
-- in:  segment int
-- out: day int, customers int, again int, within_30 int, within_60 int,
--      within_90 int, within_180 int, within_365 int
SELECT day, customers, again, within_30, within_60, within_90, within_180,
       within_365
FROM buyer_first WHERE segment_id = :segment ORDER BY day
