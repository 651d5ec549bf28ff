-- in:  name text, name_key text, contact text, email text, email_key text,
--      phone text, phone_key text, segment text, manager int?,
--      contract_end_day int?, origin text, origin_id text, now int, today int
-- out: id int
-- touch: customer id
INSERT INTO customer (name, name_key, contact, email, email_key, phone,
                      phone_key, segment, manager_id, contract_end_day, origin,
                      origin_id, created_at, created_day)
VALUES (:name, :name_key, :contact, :email, :email_key, :phone, :phone_key,
        :segment, :manager, :contract_end_day, :origin, :origin_id, :now,
        :today)
RETURNING id
