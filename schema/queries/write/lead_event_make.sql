-- Something that happened to a lead, as a bulk writer makes it: with all that
-- happened, and before sums are kept.
-- in:  lead int, kind text, at int, day int, actor int?, owner int?,
--      reason int?
INSERT INTO lead_event (lead_id, kind, at, day, actor_id, owner_id, reason_id)
VALUES (:lead, :kind, :at, :day, :actor, :owner, :reason)
