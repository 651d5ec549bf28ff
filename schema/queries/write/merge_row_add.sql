-- Remembers what else belongs to a merge.
-- in:  merge int, kind text, row int
INSERT INTO customer_merge_row (merge_id, kind, row_id)
VALUES (:merge, :kind, :row)
