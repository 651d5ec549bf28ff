-- A follow-up as a bulk writer makes it: as it stands after its events, under
-- an id that the writer chose.
-- no scope: made for the whole company.
-- in:  id int, customer int, owner int, kind text, cause text, subject text,
--      due_day int, state text, now int, today int, version int
INSERT INTO followup (id, customer_id, manager_id, owner_id, kind, cause,
                      subject, due_day, first_due_day, state, created_at,
                      created_day, version)
VALUES (:id, :customer,
        (SELECT customer.manager_id FROM customer
         WHERE customer.id = :customer),
        :owner, :kind, :cause, :subject, :due_day, :due_day, :state, :now,
        :today, :version)
