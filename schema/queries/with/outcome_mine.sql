-- Of outcome_now, the prospects of one person: of the viewer; for somebody who
-- sees a team, only those that count for another team; for somebody who sees
-- all, of the :person that is asked for.
outcome AS NOT MATERIALIZED (
  SELECT fate.lead_id AS id, fate.created_day, fate.created_month,
         fate.source_id, fate.campaign_id,
         fate.product_id, fate.segment_id,
         fate.owner_id, fate.team_id,
         fate.state, fate.end_day, fate.days, fate.reason_id, fate.cost,
         fate.revenue,
         CASE WHEN fate.state = 'open' AND fate.reached = '' THEN 1 ELSE 0 END
           AS waiting
  FROM fate
  WHERE fate.owner_id = CASE WHEN :person > 0 THEN :person ELSE :me END
    AND (:see = 2 OR fate.owner_id = :me)
    AND fate.created_day >= :from AND fate.created_day < :to
    AND fate.created_day <= :as_of
    AND (:see <> 1 OR :my_team = 0 OR fate.team_id <> :my_team)
)
