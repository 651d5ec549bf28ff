-- The customer with this e-mail or phone who had bought by an instant; of a
-- merged one, who stands for it.
-- no scope: asked while a lead is recorded; nobody is shown the answer.
-- in:  email_key text, phone_key text, at int
-- out: id int
SELECT COALESCE(customer.merged_into, customer.id) AS id
FROM customer
WHERE ((customer.email_key = :email_key AND customer.email_key <> '')
       OR (customer.phone_key = :phone_key AND customer.phone_key <> ''))
  AND EXISTS (SELECT 1 FROM purchase
              WHERE purchase.customer_id =
                    COALESCE(customer.merged_into, customer.id)
                AND purchase.base_amount > 0 AND purchase.at <= :at)
ORDER BY COALESCE(customer.merged_into, customer.id)
LIMIT 1
