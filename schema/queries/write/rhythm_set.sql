-- What silences of a segment are judged by from now on.
-- in:  segment int, day int, customers int, gaps int, spare int, ln int,
--      squares int, return_days int?, window_days int?
INSERT INTO rhythm (segment_id, judged_day, customers, gaps, spare, ln,
                    squares, return_days, window_days)
VALUES (:segment, :day, :customers, :gaps, :spare, :ln, :squares, :return_days,
        :window_days)
ON CONFLICT (segment_id) DO UPDATE
SET judged_day = excluded.judged_day, customers = excluded.customers,
    gaps = excluded.gaps, spare = excluded.spare, ln = excluded.ln,
    squares = excluded.squares, return_days = excluded.return_days,
    window_days = excluded.window_days
