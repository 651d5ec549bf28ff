-- The customers a viewer may see with an e-mail or phone, by their keys.
--   look  of str_email_key or str_phone_key, not ''
-- in:  scope, as_of int, look text
-- rows: followup_customer_find
-- use: seen_customer
SELECT seen_customer.id, seen_customer.name, seen_customer.name_key,
       seen_customer.segment, COALESCE(person.name, '') AS manager
FROM (SELECT customer.id FROM customer
      WHERE customer.email_key = :look AND customer.email_key <> ''
      UNION
      SELECT customer.id FROM customer
      WHERE customer.phone_key = :look AND customer.phone_key <> '') found
JOIN seen_customer ON seen_customer.id = found.id
LEFT JOIN person ON person.id = seen_customer.manager_id
ORDER BY seen_customer.name_key, seen_customer.id
