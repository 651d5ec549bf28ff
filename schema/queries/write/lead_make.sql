-- A prospect of its own as a bulk writer makes it: whole, under an id that
-- the writer chose.
-- in:  id int, name text, name_key text, email text, email_key text,
--      phone text, phone_key text, source int?, customer int?, cost int,
--      created_at int, created_day int, created_month int
INSERT INTO lead (id, prospect_id, name, name_key, email, email_key, phone,
                  phone_key, source_id, customer_id, cost, created_at,
                  created_day, created_month)
VALUES (:id, :id, :name, :name_key, :email, :email_key, :phone, :phone_key,
        :source, :customer, :cost, :created_at, :created_day, :created_month)
