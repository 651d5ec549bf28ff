-- A merge; the same transaction has taken both customers.
-- in:  from int, into int, person int?, at int, day int, why text
-- out: id int
INSERT INTO customer_merge (from_id, into_id, person_id, at, day, why)
VALUES (:from, :into, :person, :at, :day, :why)
RETURNING id
