-- The first inquiries that came in [:from, :to), seen from day :as_of.
came AS NOT MATERIALIZED (
  SELECT lead.id, lead.created_day, lead.created_month, lead.created_at,
         lead.source_id, lead.campaign_id, lead.product_id, lead.segment_id,
         lead.cost
  FROM lead
  WHERE lead.created_day >= :from AND lead.created_day < :to
    AND lead.created_day <= :as_of
    AND lead.prospect_id = lead.id AND lead.repeat_deal = 0
)
