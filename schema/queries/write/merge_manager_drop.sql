-- Forgets what merge_manager_add said.
-- in:  merge int
DELETE FROM customer_manager
WHERE id IN (SELECT customer_merge_row.row_id FROM customer_merge_row
             WHERE customer_merge_row.merge_id = :merge
               AND customer_merge_row.kind = 'stays')
