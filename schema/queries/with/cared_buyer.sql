-- Of them, those who ever bought :product; 0: all (needs cared).
cared_buyer AS NOT MATERIALIZED (
  SELECT cared.id, cared.name, cared.manager_id, cared.contract_end_day
  FROM cared
  WHERE :product = 0
     OR EXISTS (SELECT 1 FROM purchase
                WHERE purchase.customer_id = cared.id
                  AND purchase.product_id = :product)
)
