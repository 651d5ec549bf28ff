-- Ends the secret address of a person's calendar.
-- in:  person int
DELETE FROM calendar_feed WHERE person_id = :person
