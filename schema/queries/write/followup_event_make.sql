-- Something that happened to a follow-up, as a bulk writer makes it: nothing is
-- counted, for everything is when all rows are there.
-- in:  followup int, kind text, at int, day int, actor int?, due_day int?,
--      owner int?, note text
INSERT INTO followup_event (followup_id, kind, at, day, actor_id, due_day,
                            owner_id, note)
VALUES (:followup, :kind, :at, :day, :actor, :due_day, :owner, :note)
