-- What is kept of the prospects with ids from :first_id to :last_id.
-- no scope: counted for everybody; nobody is shown the rows.
-- in:  first_id int, last_id int
-- out: id int, created_day int, created_month int, source_id int,
--      campaign_id int, product_id int, segment_id int, owner_id int,
--      team_id int, state text, end_day int?, days int, reason_id int,
--      cost int, revenue int, reached text
SELECT fate.lead_id AS id, fate.created_day, fate.created_month,
       fate.source_id, fate.campaign_id, fate.product_id, fate.segment_id,
       fate.owner_id, fate.team_id,
       fate.state, fate.end_day, fate.days, fate.reason_id, fate.cost,
       fate.revenue, fate.reached
FROM fate
WHERE fate.lead_id >= :first_id AND fate.lead_id <= :last_id
ORDER BY fate.lead_id
