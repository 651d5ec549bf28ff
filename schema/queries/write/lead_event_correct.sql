-- An event that was recorded with a wrong time or reason.
-- no scope: done while a file is imported, for the whole company.
-- in:  id int, at int, day int, reason int?
UPDATE lead_event SET at = :at, day = :day, reason_id = :reason WHERE id = :id
