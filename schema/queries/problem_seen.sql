-- A problem a viewer may see, as it stands.
-- in:  scope, as_of int, id int
-- out: id int, version int, customer_id int, state text
-- use: seen_customer seen_problem
SELECT id, version, customer_id, state FROM seen_problem WHERE id = :id
