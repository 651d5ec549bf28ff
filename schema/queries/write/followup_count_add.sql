-- Adds to what is due, done and at stake in a span.
-- in:  manager int, owner int, unit int, start int, due int, done int,
--      stake int
INSERT INTO followup_count (manager_id, owner_id, unit, start, due, done, stake)
VALUES (:manager, :owner, :unit, :start, :due, :done, :stake)
ON CONFLICT (manager_id, owner_id, unit, start) DO UPDATE
SET due = followup_count.due + excluded.due,
    done = followup_count.done + excluded.done,
    stake = followup_count.stake + excluded.stake
