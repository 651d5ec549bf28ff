-- Keeps what has become of a prospect.
-- in:  lead int, created_day int, created_month int, source int, campaign int,
--      product int, segment int, owner int, team int, state text, end_day int?,
--      days int, reason int, cost int, revenue int, reached text
INSERT INTO fate (lead_id, created_day, created_month, source_id, campaign_id,
                  product_id, segment_id, owner_id, team_id, state, end_day, days, reason_id,
                  cost, revenue, reached)
VALUES (:lead, :created_day, :created_month, :source, :campaign, :product,
        :segment, :owner, :team, :state, :end_day, :days, :reason, :cost, :revenue, :reached)
ON CONFLICT (lead_id) DO UPDATE
SET created_day = excluded.created_day, created_month = excluded.created_month,
    source_id = excluded.source_id, campaign_id = excluded.campaign_id,
    product_id = excluded.product_id, segment_id = excluded.segment_id,
    owner_id = excluded.owner_id, team_id = excluded.team_id,
    state = excluded.state, end_day = excluded.end_day, days = excluded.days,
    reason_id = excluded.reason_id, cost = excluded.cost,
    revenue = excluded.revenue, reached = excluded.reached
