-- When a customer first bought, as it is kept; for who sees everybody.
-- in:  scope, id int
-- out: first_day int
SELECT buyer.first_day FROM buyer WHERE buyer.customer_id = :id AND :see = 2
