-- The customers a viewer may see with a text somewhere in the name, by name.
-- Words begin anywhere, so no index helps: everybody in sight is looked at.
--   like   a pattern for str_fold of the name, with ! before % _ !
-- in:  scope, as_of int, like text
-- out: id int, name text, name_key text, segment text, manager text
-- use: seen_customer
SELECT seen_customer.id, seen_customer.name, seen_customer.name_key,
       seen_customer.segment, COALESCE(person.name, '') AS manager
FROM seen_customer
LEFT JOIN person ON person.id = seen_customer.manager_id
WHERE seen_customer.name_key LIKE :like ESCAPE '!'
ORDER BY seen_customer.name_key, seen_customer.id
