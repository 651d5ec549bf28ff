-- The customers a viewer may see who have the same e-mail or phone as one: those
-- that are most likely the same.
-- in:  scope, as_of int, id int, most int
-- rows: followup_customer_find
-- use: seen_customer
SELECT seen_customer.id, seen_customer.name, seen_customer.name_key,
       seen_customer.segment, COALESCE(person.name, '') AS manager
FROM (SELECT twin.id FROM customer one
      JOIN customer twin ON twin.email_key = one.email_key
      WHERE one.id = :id AND one.email_key <> '' AND twin.email_key <> ''
      UNION
      SELECT twin.id FROM customer one
      JOIN customer twin ON twin.phone_key = one.phone_key
      WHERE one.id = :id AND one.phone_key <> '' AND twin.phone_key <> '') found
JOIN seen_customer ON seen_customer.id = found.id
LEFT JOIN person ON person.id = seen_customer.manager_id
WHERE seen_customer.id <> :id
ORDER BY seen_customer.name_key, seen_customer.id
LIMIT :most
