-- Of those looked at, the :most of whom most can be at stake after so much of the
-- year (needs looked).
candidate AS MATERIALIZED (
  SELECT customer_id, stake * 1.0 * (:as_of - last_day) AS now
  FROM looked
  ORDER BY now DESC, customer_id
  LIMIT :most
)
