-- How many customers a number of the retention page counts.
-- in:  scope, as_of int, first int?, month int?, age int?, later int,
--      whole int, known int?, repeat int?, watched int?
-- out: customers int
-- use: seen_customer sale_day chosen_customer
SELECT COUNT(*) AS customers FROM chosen_customer
