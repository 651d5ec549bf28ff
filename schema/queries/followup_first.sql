-- The overdue follow-up in sight whose customer is worth most: base amounts of
-- (:year_from, :as_of], refunds taken off; of several the one due first.
--   owner  only this person's; 0: everybody's in sight
-- in:  scope, as_of int, year_from int, owner int
-- out: id int, customer text, year_revenue int
-- use: seen_customer seen_followup
SELECT seen_followup.id, customer.name AS customer,
       COALESCE((SELECT CAST(SUM(purchase.base_amount) AS BIGINT) FROM purchase
                 WHERE purchase.customer_id = customer.id
                   AND purchase.day > :year_from
                   AND purchase.day <= :as_of), 0) AS year_revenue
FROM seen_followup
JOIN customer ON customer.id = seen_followup.customer_id
WHERE seen_followup.state = 'open' AND seen_followup.due_day < :as_of
  AND (:owner = 0 OR seen_followup.owner_id = :owner)
ORDER BY year_revenue DESC, seen_followup.due_day, seen_followup.id
LIMIT 1
