-- The saved views that :person finds: their own, and those that others share.
found_view AS (
  SELECT saved_view.id, 1 AS mine FROM saved_view
  WHERE saved_view.person_id = :person
  UNION ALL
  SELECT saved_view.id, 0 AS mine FROM saved_view
  WHERE saved_view.shared = 1 AND saved_view.person_id <> :person
)
