-- Active customers in sight whom a person looks after, who may be contacted and
-- have no open follow-up (F4); whose time runs out first comes first, a page at
-- a time.
--   rank, after      rank and id of the last row of the page before; 0 for the
--                    first page
--   rank (of a row)  last day on which they are active
-- in:  scope, as_of int, person int, year_from int, rank int, after int,
--      most int
-- out: id int, rank int, name text, last_day int, revenue int, problem int
-- use: seen_customer
SELECT seen_customer.id, buyer.live_until AS rank, seen_customer.name,
       buyer.last_day,
       CAST(COALESCE((SELECT SUM(purchase.base_amount) FROM purchase
                      WHERE purchase.customer_id = seen_customer.id
                        AND purchase.day > :year_from
                        AND purchase.day <= :as_of), 0) AS BIGINT) AS revenue,
       buyer.problem
FROM buyer
JOIN seen_customer ON seen_customer.id = buyer.customer_id
WHERE buyer.manager_id = :person AND buyer.idle = 1
  AND buyer.live_until >= :as_of
  AND (buyer.live_until > :rank
       OR (buyer.live_until = :rank AND buyer.customer_id > :after))
ORDER BY buyer.live_until, buyer.customer_id
LIMIT :most
