-- The first inquiries of the prospects with ids from :first_id to :last_id.
-- no scope: counted for everybody; nobody is shown the rows.
-- in:  first_id int, last_id int
-- out: id int, created_at int, created_day int, created_month int,
--      source_id int, campaign_id int, product_id int, segment_id int,
--      cost int
SELECT lead.id, lead.created_at, lead.created_day, lead.created_month,
       COALESCE(lead.source_id, 0) AS source_id,
       COALESCE(lead.campaign_id, 0) AS campaign_id,
       COALESCE(lead.product_id, 0) AS product_id,
       COALESCE(lead.segment_id, 0) AS segment_id, lead.cost
FROM lead
WHERE lead.id >= :first_id AND lead.id <= :last_id
  AND lead.prospect_id = lead.id AND lead.repeat_deal = 0
ORDER BY lead.id
