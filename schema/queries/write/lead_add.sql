-- A new inquiry, written with its id, because it may stand for itself.
-- in:  id int, prospect int, repeat_deal int, name text, name_key text,
--      email text, email_key text, phone text, phone_key text, source int?,
--      campaign int?, product int?, segment int?, customer int?, cost int, created_at int,
--      created_day int, created_month int, origin text, origin_id text
-- touch: lead prospect, lead id, customer customer
INSERT INTO lead (id, prospect_id, repeat_deal, name, name_key, email,
                  email_key, phone, phone_key, source_id, campaign_id,
                  product_id, segment_id, customer_id, cost, created_at, created_day,
                  created_month, origin, origin_id)
VALUES (:id, :prospect, :repeat_deal, :name, :name_key, :email, :email_key,
        :phone, :phone_key, :source, :campaign, :product, :segment, :customer, :cost,
        :created_at, :created_day, :created_month, :origin, :origin_id)
