-- Customers by the months of their first and their latest purchase, for
-- "bought in month k or later".
-- in:  scope, as_of int
-- out: first_month int, last_month int, customers int
-- use: seen_customer sale_day
SELECT span.first_month, span.last_month, COUNT(*) AS customers
FROM (SELECT MIN(sale_day.month) AS first_month, MAX(sale_day.month) AS last_month
      FROM sale_day GROUP BY sale_day.customer_id) span
GROUP BY span.first_month, span.last_month
ORDER BY span.first_month, span.last_month
