-- Customers in sight whom a person looks after and who have no open follow-up,
-- though they bought since :live_from or have a contract that runs, and may be
-- contacted; who brought most in the 12 months before comes first.
-- in:  scope, as_of int, person int, live_from int, year_from int, most int
-- out: id int, name text, last_day int, revenue int, problem int
-- use: seen_customer
SELECT seen_customer.id, seen_customer.name, buyer.last_day,
       CAST(COALESCE((SELECT SUM(purchase.base_amount) FROM purchase
                      WHERE purchase.customer_id = seen_customer.id
                        AND purchase.day > :year_from
                        AND purchase.day <= :as_of), 0) AS BIGINT) AS revenue,
       buyer.problem
FROM seen_customer
JOIN buyer ON buyer.customer_id = seen_customer.id
WHERE seen_customer.manager_id = :person
  AND seen_customer.do_not_contact = 0
  AND (buyer.last_day >= :live_from
       OR seen_customer.contract_end_day >= :as_of)
  AND NOT EXISTS (SELECT 1 FROM followup
                  WHERE followup.customer_id = seen_customer.id
                    AND followup.state = 'open')
ORDER BY revenue DESC, seen_customer.id
LIMIT :most
