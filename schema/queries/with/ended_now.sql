-- What has become of each prospect that was won or lost in [:end_from, :end_to)
-- and that the viewer may see, as kept in fate: outcome_now, found by the day
-- it closed.
outcome AS NOT MATERIALIZED (
  SELECT fate.lead_id AS id, fate.created_day, fate.created_month,
         fate.source_id, fate.campaign_id,
         fate.product_id, fate.segment_id,
         fate.owner_id, fate.team_id,
         fate.state, fate.end_day, fate.days, fate.reason_id, fate.cost,
         fate.revenue
  FROM fate
  WHERE fate.end_day >= :end_from AND fate.end_day < :end_to
    AND fate.created_day >= :from AND fate.created_day < :to
    AND fate.created_day <= :as_of
    AND (:see = 2
         OR (:see = 1 AND fate.team_id = :my_team AND :my_team <> 0)
         OR fate.owner_id = :me)
)
