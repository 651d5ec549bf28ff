-- in:  customer int, owner int?, contact int?, what text, cause text,
--      cost int, due_day int?, state text
-- out: id int
-- touch: customer customer
INSERT INTO problem (customer_id, owner_id, contact_id, what, cause, cost,
                     due_day, state)
VALUES (:customer, :owner, :contact, :what, :cause, :cost, :due_day, :state)
RETURNING id
