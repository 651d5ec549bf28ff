-- The follow-ups of a customer whom another person looks after; the same
-- transaction has changed the customer.
-- no scope: done after customer_manager_set, which says what it touches.
-- in:  customer int, person int?
UPDATE followup SET manager_id = :person WHERE customer_id = :customer
