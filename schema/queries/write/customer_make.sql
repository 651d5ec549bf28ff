-- A customer as a bulk writer makes it, under an id that the writer chose.
-- in:  id int, name text, name_key text, contact text, email text,
--      email_key text, phone text, phone_key text, segment text, manager int?,
--      now int, today int
INSERT INTO customer (id, name, name_key, contact, email, email_key, phone,
                      phone_key, segment, manager_id, created_at, created_day)
VALUES (:id, :name, :name_key, :contact, :email, :email_key, :phone,
        :phone_key, :segment, :manager, :now, :today)
