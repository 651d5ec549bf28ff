-- The customer with this e-mail or phone; of several, the one known longest; of
-- a merged one, who stands for it.
-- no scope: asked while a lead is recorded; nobody is shown the answer.
-- in:  email_key text, phone_key text
-- out: id int
SELECT COALESCE(customer.merged_into, customer.id) AS id
FROM customer
WHERE (customer.email_key = :email_key AND customer.email_key <> '')
   OR (customer.phone_key = :phone_key AND customer.phone_key <> '')
ORDER BY COALESCE(customer.merged_into, customer.id)
LIMIT 1
