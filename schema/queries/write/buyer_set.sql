-- Keeps what is known of a customer who has bought.
-- in:  customer int, segment int, first_day int, last_day int, days int,
--      second int?, gaps int, ln int, ln_squares int, silent_day int?,
--      stake int, problem int, live_until int, manager int, idle int?,
--      unled int
INSERT INTO buyer (customer_id, segment_id, first_day, last_day, days, second,
                   gaps, ln, ln_2, silent_day, stake, problem, live_until,
                   manager_id, idle, unled)
VALUES (:customer, :segment, :first_day, :last_day, :days, :second, :gaps, :ln,
        :ln_squares, :silent_day, :stake, :problem, :live_until, :manager,
        :idle, :unled)
ON CONFLICT (customer_id) DO UPDATE
SET segment_id = excluded.segment_id, first_day = excluded.first_day,
    last_day = excluded.last_day, days = excluded.days,
    second = excluded.second, gaps = excluded.gaps, ln = excluded.ln,
    ln_2 = excluded.ln_2, silent_day = excluded.silent_day,
    stake = excluded.stake, problem = excluded.problem,
    live_until = excluded.live_until, manager_id = excluded.manager_id,
    idle = excluded.idle, unled = excluded.unled
