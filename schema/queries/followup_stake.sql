-- What is at stake: base amounts of (:year_from, :as_of], refunds taken off,
-- of the customers with an overdue follow-up in sight, each customer once.
--   owner  only this person's follow-ups; 0: everybody's in sight
-- in:  scope, as_of int, year_from int, owner int
-- out: stake int
-- use: seen_customer seen_followup
SELECT CAST(COALESCE(SUM(purchase.base_amount), 0) AS BIGINT) AS stake
FROM purchase
WHERE purchase.day > :year_from AND purchase.day <= :as_of
  AND purchase.customer_id IN
      (SELECT seen_followup.customer_id FROM seen_followup
       WHERE seen_followup.state = 'open' AND seen_followup.due_day < :as_of
         AND (:owner = 0 OR seen_followup.owner_id = :owner))
