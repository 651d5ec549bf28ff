-- The retention triangle: of the customers who first bought in a month, how
-- many bought in each month from then on.
-- in:  scope, as_of int
-- out: first_month int, month int, customers int
-- use: seen_customer sale_day
SELECT first_sale.month AS first_month, sale_day.month,
       COUNT(DISTINCT sale_day.customer_id) AS customers
FROM (SELECT sale_day.customer_id, MIN(sale_day.month) AS month
      FROM sale_day GROUP BY sale_day.customer_id) first_sale
JOIN sale_day ON sale_day.customer_id = first_sale.customer_id
GROUP BY first_sale.month, sale_day.month
ORDER BY first_sale.month, sale_day.month
