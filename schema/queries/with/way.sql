-- Every contact and step of the valid prospects, up to the day they were won or
-- lost (needs outcome):
--   position       of the step; 0 of a contact
--   days, seconds  since they came; 0 of what is recorded before
way AS NOT MATERIALIZED (
  SELECT outcome.id AS prospect_id, COALESCE(step.position, 0) AS position,
         CASE WHEN event.day < outcome.created_day THEN 0
              ELSE event.day - outcome.created_day END AS days,
         CASE WHEN event.at < first.created_at THEN 0
              ELSE event.at - first.created_at END AS seconds
  FROM outcome
  JOIN lead first ON first.id = outcome.id
  JOIN lead inquiry ON inquiry.prospect_id = outcome.id
  JOIN lead_event event ON event.lead_id = inquiry.id
  LEFT JOIN step ON step.id = event.step_id
  WHERE outcome.state <> 'invalid'
    AND event.day <= :as_of
    AND (outcome.end_day IS NULL OR event.day <= outcome.end_day)
    AND (event.kind = 'contacted'
         OR (event.kind = 'step' AND step.id IS NOT NULL))
)
