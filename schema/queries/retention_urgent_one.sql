-- Who a silent customer is, for who sees everybody.
--   next_due       due day of the earliest open follow-up
-- in:  scope, id int
-- out: name text, segment text, manager text, contract_end_day int?,
--      do_not_contact int, next_due int?
SELECT customer.name, customer.segment, COALESCE(person.name, '') AS manager,
       customer.contract_end_day, customer.do_not_contact,
       (SELECT MIN(followup.due_day) FROM followup
        WHERE followup.customer_id = customer.id
          AND followup.state = 'open') AS next_due
FROM customer
LEFT JOIN person ON person.id = customer.manager_id
WHERE :see = 2 AND customer.id = :id
