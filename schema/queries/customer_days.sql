-- The purchase days of each customer seen, customer by customer in order of
-- time: what cohorts, returns and rhythms are made of.
-- in:  scope, as_of int
-- out: customer_id int, day int
-- use: seen_customer sale sale_day
SELECT sale_day.customer_id, sale_day.day
FROM sale_day
ORDER BY sale_day.customer_id, sale_day.day
