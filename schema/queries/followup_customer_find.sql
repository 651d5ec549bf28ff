-- The customers a viewer may see whose name begins with a text, by name.
--   key, until   str_fold of the text, and the end of its range of keys
-- in:  scope, as_of int, key text, until text, most int
-- out: id int, name text, name_key text, segment text, manager text,
--      manager_id int?, do_not_contact int
-- use: seen_customer
SELECT seen_customer.id, seen_customer.name, seen_customer.name_key,
       seen_customer.segment, COALESCE(person.name, '') AS manager,
       CASE WHEN person.active = 1 THEN seen_customer.manager_id
       END AS manager_id,
       seen_customer.do_not_contact
FROM seen_customer
LEFT JOIN person ON person.id = seen_customer.manager_id
WHERE seen_customer.name_key >= :key AND seen_customer.name_key < :until
ORDER BY seen_customer.name_key, seen_customer.id
LIMIT :most
