-- Moves the follow-ups of a merge from one customer to another one, with whose
-- account manager they are kept.
-- no scope: done for customers found with scope before.
-- asks: merge_purchases
-- touch: customer from, customer into
UPDATE followup
SET customer_id = :into,
    manager_id = (SELECT customer.manager_id FROM customer
                  WHERE customer.id = :into)
WHERE customer_id = :from
  AND id IN (SELECT customer_merge_row.row_id FROM customer_merge_row
             WHERE customer_merge_row.merge_id = :merge
               AND customer_merge_row.kind = 'followup')
