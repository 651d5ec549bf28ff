-- All rows of buyer_first, to be compared with a new count.
-- out: segment_id int, day int, customers int, again int, within_30 int,
--      within_60 int, within_90 int, within_180 int, within_365 int
SELECT segment_id, day, customers, again, within_30, within_60, within_90,
       within_180, within_365
FROM buyer_first
