-- The purchases that count, up to day :as_of: those with a price that were not
-- paid back in full.
sale AS NOT MATERIALIZED (
  SELECT purchase.id, purchase.customer_id, purchase.day
  FROM purchase
  WHERE purchase.base_amount > 0 AND purchase.refund_of IS NULL
    AND purchase.day <= :as_of
    AND purchase.base_amount
        + COALESCE((SELECT CAST(SUM(refund.base_amount) AS BIGINT)
                    FROM purchase refund
                    WHERE refund.refund_of = purchase.id
                      AND refund.day <= :as_of), 0) > 0
)
