-- The purchase days of the customers seen: days with at least one purchase
-- that counts, up to day :as_of.  A purchase counts when it has a price and
-- was not paid back in full.
sale_day AS (
  SELECT purchase.customer_id, purchase.day
  FROM seen_customer
  JOIN purchase ON purchase.customer_id = seen_customer.id
  WHERE purchase.base_amount > 0 AND purchase.refund_of IS NULL
    AND purchase.day <= :as_of
    AND purchase.base_amount
        + COALESCE((SELECT CAST(SUM(refund.base_amount) AS BIGINT)
                    FROM purchase refund
                    WHERE refund.refund_of = purchase.id
                      AND refund.day <= :as_of), 0) > 0
  GROUP BY purchase.customer_id, purchase.day
)
