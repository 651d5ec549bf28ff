-- Adds to customers by their first day.
-- in:  segment int, day int, customers int, again int, thirty int, sixty int,
--      ninety int, half_year int, year int
INSERT INTO buyer_first (segment_id, day, customers, again, within_30,
                         within_60, within_90, within_180, within_365)
VALUES (:segment, :day, :customers, :again, :thirty, :sixty, :ninety,
        :half_year, :year)
ON CONFLICT (segment_id, day) DO UPDATE
SET customers = buyer_first.customers + excluded.customers,
    again = buyer_first.again + excluded.again,
    within_30 = buyer_first.within_30 + excluded.within_30,
    within_60 = buyer_first.within_60 + excluded.within_60,
    within_90 = buyer_first.within_90 + excluded.within_90,
    within_180 = buyer_first.within_180 + excluded.within_180,
    within_365 = buyer_first.within_365 + excluded.within_365
