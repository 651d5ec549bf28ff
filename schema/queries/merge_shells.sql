-- The customers who were merged into one a viewer may see, the newest first.
-- in:  scope, as_of int, id int, most int
-- out: id int, name text, day int
-- use: seen_customer
SELECT shell.id, shell.name, customer_merge.day
FROM seen_customer
JOIN customer_merge ON customer_merge.into_id = seen_customer.id
                   AND customer_merge.undone_at IS NULL
JOIN customer shell ON shell.id = customer_merge.from_id
WHERE seen_customer.id = :id
ORDER BY customer_merge.at DESC, customer_merge.id DESC
LIMIT :most
