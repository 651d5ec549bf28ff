-- One customer a viewer may see.
--   manager_id  NULL when nobody looks after it, or somebody who has left
-- in:  scope, as_of int, id int
-- out: id int, name text, name_key text, manager_id int?, do_not_contact int
-- use: seen_customer
SELECT seen_customer.id, seen_customer.name, seen_customer.name_key,
       CASE WHEN person.active = 1 THEN seen_customer.manager_id
       END AS manager_id,
       seen_customer.do_not_contact
FROM seen_customer
LEFT JOIN person ON person.id = seen_customer.manager_id
WHERE seen_customer.id = :id
