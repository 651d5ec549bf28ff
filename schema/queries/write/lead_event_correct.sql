-- An event that was recorded with a wrong time or reason.
-- no scope: done while a file is imported, for the whole company.
-- in:  id int, lead int, at int, day int, reason int?
-- touch: lead lead
UPDATE lead_event SET at = :at, day = :day, reason_id = :reason
WHERE id = :id AND lead_id = :lead
