-- 0013_team.sql - the work of each person, looked at by their lead.
-- sums: as they were

CREATE INDEX followup_by_first_due ON followup (owner_id, first_due_day) WHERE state <> 'cancelled';
CREATE INDEX contact_by_person ON contact (person_id, day);
