-- What is known of a lead.
-- no scope: lead_take has found that the viewer may.
-- in:  id int, name text, name_key text, email text, email_key text,
--      phone text, phone_key text, source int?, campaign int?, product int?,
--      segment int?,
--      cost int
-- touch: lead id
UPDATE lead
SET name = :name, name_key = :name_key, email = :email,
    email_key = :email_key, phone = :phone, phone_key = :phone_key,
    source_id = :source, campaign_id = :campaign, product_id = :product,
    segment_id = :segment,
    cost = :cost
WHERE id = :id
