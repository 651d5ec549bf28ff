-- The customers the viewer may see: their own, their team's, or all; not those
-- that were merged into another one.  A customer's team is that of its account
-- manager on day :as_of.  Not materialized, like the parts that use it: a page
-- about one customer must not read them all.
seen_customer AS NOT MATERIALIZED (
  SELECT customer.id, customer.name, customer.name_key, customer.segment,
         customer.manager_id, customer.contract_end_day,
         customer.do_not_contact
  FROM customer
  WHERE customer.merged_into IS NULL
    AND (:see = 2
         OR customer.manager_id = :me
         OR (:see = 1
             AND :my_team = (SELECT membership.team_id FROM membership
                             WHERE membership.person_id = customer.manager_id
                               AND membership.from_day <= :as_of
                             ORDER BY membership.from_day DESC LIMIT 1)))
)
