-- Customers with ids from :first_id to :last_id, and what is kept of those who
-- have bought (days 0 for the others).
--   manager_id  0 when nobody looks after them
--   contact_days  as the company has it set
--   problem       1 when one is open
--   first_lead    day of the first lead that is theirs; NULL: none is
-- no scope: counted for everybody; nobody is shown the rows.
-- in:  first_id int, last_id int
-- out: id int, segment text, manager_id int, contract_end_day int?,
--      do_not_contact int, contact_days int, problem int, first_lead int?,
--      kept_segment int, kept_first int, kept_last int, kept_days int,
--      kept_second int?, kept_gaps int, kept_ln int, kept_ln_2 int,
--      kept_silent int?, kept_stake int, kept_problem int,
--      kept_live int, kept_manager int, kept_idle int?, kept_unled int
SELECT customer.id, customer.segment,
       COALESCE(customer.manager_id, 0) AS manager_id,
       customer.contract_end_day, customer.do_not_contact,
       COALESCE((SELECT company.contact_days FROM company), 0) AS contact_days,
       CASE WHEN EXISTS (SELECT 1 FROM problem
                         WHERE problem.customer_id = customer.id
                           AND problem.state = 'open') THEN 1 ELSE 0
       END AS problem,
       (SELECT MIN(lead.created_day) FROM lead
        WHERE lead.customer_id = customer.id) AS first_lead,
       COALESCE(buyer.segment_id, 0) AS kept_segment,
       COALESCE(buyer.first_day, 0) AS kept_first,
       COALESCE(buyer.last_day, 0) AS kept_last,
       COALESCE(buyer.days, 0) AS kept_days, buyer.second AS kept_second,
       COALESCE(buyer.gaps, 0) AS kept_gaps, COALESCE(buyer.ln, 0) AS kept_ln,
       COALESCE(buyer.ln_2, 0) AS kept_ln_2, buyer.silent_day AS kept_silent,
       COALESCE(buyer.stake, 0) AS kept_stake,
       COALESCE(buyer.problem, 0) AS kept_problem,
       COALESCE(buyer.live_until, 0) AS kept_live,
       COALESCE(buyer.manager_id, 0) AS kept_manager, buyer.idle AS kept_idle,
       COALESCE(buyer.unled, 0) AS kept_unled
FROM customer
LEFT JOIN buyer ON buyer.customer_id = customer.id
WHERE customer.id >= :first_id AND customer.id <= :last_id
ORDER BY customer.id
