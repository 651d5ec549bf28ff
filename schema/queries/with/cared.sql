-- The customers of :segment ('': of any) whom rules may plan talks with: somebody
-- looks after them, they want to be contacted, and no problem of theirs is open.
cared AS NOT MATERIALIZED (
  SELECT customer.id, customer.name, customer.manager_id,
         customer.contract_end_day
  FROM customer
  JOIN person ON person.id = customer.manager_id
  WHERE (:segment = '' OR customer.segment = :segment)
    AND customer.merged_into IS NULL AND customer.do_not_contact = 0
    AND person.active = 1 AND person.role <> 'viewer'
    AND NOT EXISTS (SELECT 1 FROM problem
                    WHERE problem.customer_id = customer.id
                      AND problem.state = 'open')
)
