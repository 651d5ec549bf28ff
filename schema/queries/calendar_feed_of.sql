-- When the secret address of a person's calendar was made; no row: there is none.
-- in:  person int
-- out: made_at int
SELECT made_at FROM calendar_feed WHERE person_id = :person
