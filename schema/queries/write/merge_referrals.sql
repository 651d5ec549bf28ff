-- Moves the recommendations of a merge from one customer to another one.
-- no scope: done for customers found with scope before.
-- asks: merge_purchases
UPDATE referral SET customer_id = :into
WHERE customer_id = :from
  AND lead_id IN (SELECT customer_merge_row.row_id FROM customer_merge_row
                  WHERE customer_merge_row.merge_id = :merge
                    AND customer_merge_row.kind = 'referral')
