-- A follow-up as a bulk writer makes it: as it stands after its events, under
-- an id that the writer chose.
-- in:  id int, customer int, owner int, kind text, cause text, subject text,
--      due_day int, state text, now int, today int, version int
INSERT INTO followup (id, customer_id, owner_id, kind, cause, subject, due_day,
                      first_due_day, state, created_at, created_day, version)
VALUES (:id, :customer, :owner, :kind, :cause, :subject, :due_day, :due_day,
        :state, :now, :today, :version)
