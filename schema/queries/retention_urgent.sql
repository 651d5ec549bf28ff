-- Customers silent for longer than usual on :as_of, for who sees everybody: of
-- whom most can be at stake now, out of those of whom most can be in a year.
--   lost           1: who last bought before :lost_before; 0: the others
--   problem        1: who have an open problem; 0: the others
--   stake          their urgency cannot be more in the first year of silence
--   looked         how many were looked at
--   floor          the least stake of them
--   year_revenue   base amounts of (:year_from, :as_of], refunds taken off
--   next_due       due day of the earliest open follow-up
-- in:  scope, as_of int, year_from int, lost_before int, lost int, problem int,
--      look int, most int
-- out: id int, name text, segment_id int, segment text, manager text,
--      contract_end_day int?, do_not_contact int, first_day int, last_day int,
--      days int, second int?, gaps int, ln int, ln_2 int, stake int,
--      looked int, floor int, year_revenue int, next_due int?
-- use: looked candidate
SELECT buyer.customer_id AS id, customer.name, buyer.segment_id,
       customer.segment, COALESCE(person.name, '') AS manager,
       customer.contract_end_day, customer.do_not_contact, buyer.first_day,
       buyer.last_day, buyer.days, buyer.second, buyer.gaps, buyer.ln,
       buyer.ln_2, buyer.stake, (SELECT COUNT(*) FROM looked) AS looked,
       (SELECT MIN(looked.stake) FROM looked) AS floor,
       COALESCE((SELECT CAST(SUM(purchase.base_amount) AS BIGINT) FROM purchase
                 WHERE purchase.customer_id = buyer.customer_id
                   AND purchase.day > :year_from
                   AND purchase.day <= :as_of), 0) AS year_revenue,
       (SELECT MIN(followup.due_day) FROM followup
        WHERE followup.customer_id = buyer.customer_id
          AND followup.state = 'open') AS next_due
FROM candidate
CROSS JOIN buyer
JOIN customer ON customer.id = buyer.customer_id
LEFT JOIN person ON person.id = customer.manager_id
WHERE buyer.customer_id = candidate.customer_id
ORDER BY candidate.now DESC, buyer.customer_id
