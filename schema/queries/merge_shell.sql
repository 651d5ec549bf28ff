-- A customer who was merged, to who may see the one that stays.
-- in:  scope, as_of int, id int
-- out: id int, merge_id int, version int, name text, day int, why text,
--      person text, into_id int, into_version int, into_name text
-- use: seen_customer
SELECT shell.id, customer_merge.id AS merge_id, shell.version, shell.name,
       customer_merge.day, customer_merge.why,
       COALESCE(person.name, '') AS person, customer.id AS into_id,
       customer.version AS into_version, customer.name AS into_name
FROM customer shell
JOIN customer_merge ON customer_merge.from_id = shell.id
                   AND customer_merge.undone_at IS NULL
JOIN seen_customer ON seen_customer.id = customer_merge.into_id
JOIN customer ON customer.id = seen_customer.id
LEFT JOIN person ON person.id = customer_merge.person_id
WHERE shell.id = :id
