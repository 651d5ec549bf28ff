-- no scope: planned for a customer found with scope before.
-- in:  customer int, owner int, kind text, cause text, subject text,
--      due_day int, repeats int, now int, today int
-- out: id int
-- touch: customer customer
INSERT INTO followup (customer_id, manager_id, owner_id, kind, cause, subject,
                      due_day, first_due_day, repeats, state, created_at,
                      created_day)
VALUES (:customer,
        (SELECT customer.manager_id FROM customer
         WHERE customer.id = :customer),
        :owner, :kind, :cause, :subject, :due_day, :due_day, :repeats,
        'open', :now, :today)
RETURNING id
