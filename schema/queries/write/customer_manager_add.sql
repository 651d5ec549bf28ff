-- A customer is looked after by a person from now on; the same transaction
-- keeps customer.manager_id with customer_manager_set.
-- in:  customer int, person int?, at int, day int
INSERT INTO customer_manager (customer_id, person_id, at, day)
VALUES (:customer, :person, :at, :day)
