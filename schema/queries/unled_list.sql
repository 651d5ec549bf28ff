-- The customers who first bought in [:from, :to) without having been a lead, by
-- that day, a page at a time; for who may see all.
--   after_day, after  first day and id of the last one before it
--   revenue           of the first day, refunds taken off
-- in:  scope, from int, to int, after_day int, after int, most int
-- out: id int, name text, manager text, first_day int, revenue int
SELECT buyer.customer_id AS id, customer.name,
       COALESCE(person.name, '') AS manager, buyer.first_day,
       CAST(COALESCE((SELECT SUM(purchase.base_amount) FROM purchase
                      WHERE purchase.customer_id = buyer.customer_id
                        AND purchase.day = buyer.first_day), 0) AS BIGINT)
         AS revenue
FROM buyer
JOIN customer ON customer.id = buyer.customer_id
LEFT JOIN person ON person.id = customer.manager_id
WHERE :see = 2 AND buyer.unled = 1
  AND buyer.first_day >= :from AND buyer.first_day < :to
  AND (buyer.first_day > :after_day
       OR (buyer.first_day = :after_day AND buyer.customer_id > :after))
ORDER BY buyer.first_day, buyer.customer_id
LIMIT :most
