-- Whether customers, and whether leads, have this e-mail or phone: mostly nobody
-- has, and then there is nothing to look for.
-- no scope: asked while a lead is recorded; nobody is shown the answer.
-- in:  email_key text, phone_key text
-- out: customers int, leads int
SELECT CASE WHEN EXISTS (SELECT 1 FROM customer
                         WHERE (customer.email_key = :email_key
                                AND customer.email_key <> '')
                            OR (customer.phone_key = :phone_key
                                AND customer.phone_key <> ''))
            THEN 1 ELSE 0 END AS customers,
       CASE WHEN EXISTS (SELECT 1 FROM lead
                         WHERE (lead.email_key = :email_key
                                AND lead.email_key <> '')
                            OR (lead.phone_key = :phone_key
                                AND lead.phone_key <> ''))
            THEN 1 ELSE 0 END AS leads
