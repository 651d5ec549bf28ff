-- Of the customers silent on :as_of, the :look of whom most can be at stake in a
-- year of silence; all of it is read from one index.
looked AS MATERIALIZED (
  SELECT customer_id, stake, last_day
  FROM buyer
  WHERE :see = 2 AND problem = :problem AND silent_day <= :as_of
    AND ((:lost = 0 AND last_day >= :lost_before)
         OR (:lost = 1 AND last_day < :lost_before))
  ORDER BY stake DESC, customer_id
  LIMIT :look
)
