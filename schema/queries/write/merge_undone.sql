-- Takes back a merge that stands; no row when it does not.
-- in:  merge int, person int?, at int
-- out: from_id int, into_id int
UPDATE customer_merge SET undone_at = :at, undone_by = :person
WHERE id = :merge AND undone_at IS NULL
RETURNING from_id, into_id
