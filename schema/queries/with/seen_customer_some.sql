-- seen_customer for who does not see all (needs mate): only some people's
-- customers are looked at.
seen_customer AS NOT MATERIALIZED (
  SELECT customer.id, customer.name, customer.name_key, customer.segment,
         customer.manager_id, customer.contract_end_day,
         customer.do_not_contact
  FROM mate
  CROSS JOIN customer
  WHERE customer.manager_id = mate.id AND customer.merged_into IS NULL
)
