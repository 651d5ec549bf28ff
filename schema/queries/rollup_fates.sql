-- What has become of the prospects with ids from :first_id to :last_id, by all
-- that is recorded up to :as_of; what fate and the counts are made of.
--   newest_day   of anything recorded that this says
--   reached      '' here: rollup_reached.sql tells
-- no scope: counted for everybody; nobody is shown the rows.
-- in:  scope, as_of int, first_id int, last_id int
-- out: id int, created_day int, created_month int, source_id int,
--      campaign_id int, product_id int, segment_id int, owner_id int,
--      team_id int, state text, end_day int?, days int, reason_id int,
--      cost int, revenue int, reached text, newest_day int
-- use: came_one prospect outcome
SELECT outcome.id, outcome.created_day, outcome.created_month,
       outcome.source_id, outcome.campaign_id, outcome.product_id,
       outcome.segment_id, outcome.owner_id,
       outcome.team_id, outcome.state, outcome.end_day, outcome.days,
       outcome.reason_id, outcome.cost, outcome.revenue, '' AS reached,
       (SELECT MAX(known.day)
        FROM (SELECT outcome.created_day AS day
              UNION ALL
              SELECT lead_event.day FROM lead inquiry
              JOIN lead_event ON lead_event.lead_id = inquiry.id
              WHERE inquiry.prospect_id = outcome.id
              UNION ALL
              SELECT purchase.day FROM lead inquiry
              JOIN purchase ON purchase.lead_id = inquiry.id
              WHERE inquiry.prospect_id = outcome.id
              UNION ALL
              SELECT membership.from_day FROM membership
              WHERE membership.person_id = outcome.owner_id) known)
         AS newest_day
FROM outcome
ORDER BY outcome.id
