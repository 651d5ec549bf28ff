-- Moves the inquiries of a merge from one customer to another one.
-- no scope: done for customers found with scope before.
-- asks: merge_purchases
-- touch: customer from, customer into
UPDATE lead SET customer_id = :into
WHERE customer_id = :from
  AND id IN (SELECT customer_merge_row.row_id FROM customer_merge_row
             WHERE customer_merge_row.merge_id = :merge
               AND customer_merge_row.kind = 'lead')
