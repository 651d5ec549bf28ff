-- The company and what it has set.
-- out: name text, time_zone text, currency text, language text,
--      horizon_days int, new_cycle_days int, contact_days int,
--      sales_since_day int?, demo int
SELECT name, time_zone, currency, language, horizon_days, new_cycle_days,
       contact_days, sales_since_day, demo
FROM company WHERE id = 1
