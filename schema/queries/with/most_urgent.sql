-- The first of open_followup, :most of them: the oldest day first, on one day
-- the customer worth most (needs open_followup).  Nothing else is looked up
-- for those that stay behind.
most_urgent AS MATERIALIZED (
  SELECT open_followup.id, open_followup.due_day,
         COALESCE((SELECT CAST(SUM(purchase.base_amount) AS BIGINT)
                   FROM purchase
                   WHERE purchase.customer_id = open_followup.customer_id
                     AND purchase.day > :year_from
                     AND purchase.day <= :as_of), 0) AS year_revenue
  FROM open_followup
  ORDER BY open_followup.due_day, year_revenue DESC, open_followup.id
  LIMIT :most
)
