-- The customer with this e-mail or phone; of several, the one known longest.
-- no scope: asked while a lead is recorded; nobody is shown the answer.
-- in:  email_key text, phone_key text
-- out: id int
SELECT customer.id
FROM (SELECT mailed.id FROM customer mailed
      WHERE mailed.email_key = :email_key AND mailed.email_key <> ''
      UNION
      SELECT phoned.id FROM customer phoned
      WHERE phoned.phone_key = :phone_key AND phoned.phone_key <> '') customer
ORDER BY customer.id
LIMIT 1
