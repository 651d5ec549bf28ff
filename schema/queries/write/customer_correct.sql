-- What is known of a customer, corrected.
-- no scope: done while a file is imported, for the whole company.
-- in:  id int, name text, name_key text, contact text, email text,
--      email_key text, phone text, phone_key text, segment text
-- touch: customer id
UPDATE customer
SET name = :name, name_key = :name_key, contact = :contact, email = :email,
    email_key = :email_key, phone = :phone, phone_key = :phone_key,
    segment = :segment, version = version + 1
WHERE id = :id
