-- The company, once, when its store is made.
-- in:  name text, time_zone text, currency text, language text,
--      horizon_days int, new_cycle_days int, contact_days int,
--      sales_since_day int?, demo int, now int
INSERT INTO company (id, name, time_zone, currency, language, horizon_days,
                     new_cycle_days, contact_days, sales_since_day, demo,
                     created_at)
VALUES (1, :name, :time_zone, :currency, :language, :horizon_days,
        :new_cycle_days, :contact_days, :sales_since_day, :demo, :now)
