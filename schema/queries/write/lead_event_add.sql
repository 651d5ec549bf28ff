-- Something that happened to a lead.
-- in:  lead int, kind text, at int, day int, actor int?, owner int?,
--      step int?, reason int?, note text
-- touch: lead lead
INSERT INTO lead_event (lead_id, kind, at, day, actor_id, owner_id, step_id,
                        reason_id, note)
VALUES (:lead, :kind, :at, :day, :actor, :owner, :step, :reason, :note)
