-- Customers silent for longer than usual on :as_of, for who sees everybody:
-- those of whom most can be at stake, first; what else is told of the few that
-- are shown, says retention_urgent_one.sql.
--   lost           1: who last bought before :lost_before; 0: the others
--   problem        1: who have an open problem; 0: the others
--   stake          their urgency cannot be more
--   year_revenue   base amounts of (:year_from, :as_of], refunds taken off
-- in:  scope, as_of int, year_from int, lost_before int, lost int, problem int,
--      most int
-- out: id int, segment_id int, first_day int, last_day int, days int,
--      second int?, gaps int, ln int, ln_2 int, stake int, year_revenue int
SELECT buyer.customer_id AS id, buyer.segment_id, buyer.first_day,
       buyer.last_day, buyer.days, buyer.second, buyer.gaps, buyer.ln,
       buyer.ln_2, buyer.stake,
       COALESCE((SELECT CAST(SUM(purchase.base_amount) AS BIGINT) FROM purchase
                 WHERE purchase.customer_id = buyer.customer_id
                   AND purchase.day > :year_from
                   AND purchase.day <= :as_of), 0) AS year_revenue
FROM buyer
WHERE :see = 2 AND buyer.problem = :problem AND buyer.silent_day <= :as_of
  AND ((:lost = 0 AND buyer.last_day >= :lost_before)
       OR (:lost = 1 AND buyer.last_day < :lost_before))
ORDER BY buyer.stake DESC, buyer.customer_id
LIMIT :most
