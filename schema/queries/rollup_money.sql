-- What customers with ids from :first_id to :last_id paid, day by day, refunds
-- taken off; and whether they bought something on it that counts as a purchase.
-- no scope: counted for everybody; nobody is shown the rows.
-- in:  first_id int, last_id int, as_of int
-- out: customer_id int, day int, amount int, paid int, bought int
-- use: sale
SELECT purchase.customer_id, purchase.day,
       CAST(SUM(purchase.base_amount) AS BIGINT) AS amount,
       CAST(SUM(CASE WHEN purchase.base_amount > 0
                     THEN purchase.base_amount ELSE 0 END) AS BIGINT) AS paid,
       MAX(CASE WHEN EXISTS (SELECT 1 FROM sale
                             WHERE sale.id = purchase.id) THEN 1 ELSE 0 END)
         AS bought
FROM purchase
WHERE purchase.customer_id >= :first_id AND purchase.customer_id <= :last_id
GROUP BY purchase.customer_id, purchase.day
ORDER BY purchase.customer_id, purchase.day
