-- The purchase days of the customers seen: days with at least one purchase
-- that counts (needs seen_customer and sale).
sale_day AS (
  SELECT sale.customer_id, sale.day
  FROM seen_customer
  JOIN sale ON sale.customer_id = seen_customer.id
  GROUP BY sale.customer_id, sale.day
)
