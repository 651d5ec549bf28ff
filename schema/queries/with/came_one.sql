-- The first inquiries with ids from :first_id to :last_id, whenever they came.
came AS NOT MATERIALIZED (
  SELECT lead.id, lead.created_day, lead.created_month, lead.created_at,
         lead.source_id, lead.campaign_id, lead.product_id, lead.segment_id,
         lead.cost
  FROM lead
  WHERE lead.id >= :first_id AND lead.id <= :last_id
    AND lead.prospect_id = lead.id AND lead.repeat_deal = 0
)
