-- What is known of a lead, corrected.
--   was  whose it is now
-- no scope: done while a file is imported, for the whole company.
-- in:  id int, name text, name_key text, email text, email_key text,
--      phone text, phone_key text, source int?, campaign int?, product int?,
--      segment int?, customer int?, was int?, cost int, created_at int,
--      created_day int, created_month int
-- touch: lead id, customer customer, customer was
UPDATE lead
SET name = :name, name_key = :name_key, email = :email,
    email_key = :email_key, phone = :phone, phone_key = :phone_key,
    source_id = :source, campaign_id = :campaign, product_id = :product,
    segment_id = :segment, customer_id = :customer, cost = :cost,
    created_at = :created_at, created_day = :created_day,
    created_month = :created_month, version = version + 1
WHERE id = :id AND COALESCE(customer_id, 0) = COALESCE(:was, 0)
