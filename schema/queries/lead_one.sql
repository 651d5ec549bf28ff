-- The lead a viewer may see that stands for the buying cycle of an inquiry,
-- and how it stands now.
--   id     of any inquiry of the cycle; out: of the first one
--   state  'open', 'won', 'lost' or 'invalid'
-- in:  scope, as_of int, id int
-- out: id int, version int, repeat_deal int, name text, email text,
--      phone text, source_id int?, source text, campaign_id int?,
--      campaign text, product_id int?, product text, segment_id int?,
--      segment text, customer_id int?,
--      customer text, owner_id int?, owner text, cost int, created_at int,
--      created_day int, state text
-- use: seen_lead
SELECT seen_lead.id, seen_lead.version, seen_lead.repeat_deal, seen_lead.name,
       seen_lead.email, seen_lead.phone, seen_lead.source_id,
       COALESCE(source.name, '') AS source, seen_lead.campaign_id,
       COALESCE(campaign.name, '') AS campaign, seen_lead.product_id,
       COALESCE(product.name, '') AS product, seen_lead.segment_id,
       COALESCE(segment.name, '') AS segment, seen_lead.customer_id,
       COALESCE(customer.name, '') AS customer, seen_lead.owner_id,
       COALESCE(person.name, '') AS owner, seen_lead.cost,
       seen_lead.created_at, seen_lead.created_day,
       seen_lead.state
FROM seen_lead
LEFT JOIN source ON source.id = seen_lead.source_id
LEFT JOIN campaign ON campaign.id = seen_lead.campaign_id
LEFT JOIN product ON product.id = seen_lead.product_id
LEFT JOIN segment ON segment.id = seen_lead.segment_id
LEFT JOIN customer ON customer.id = seen_lead.customer_id
LEFT JOIN person ON person.id = seen_lead.owner_id
WHERE seen_lead.id = (SELECT lead.prospect_id FROM lead WHERE lead.id = :id)
