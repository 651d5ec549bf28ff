-- Whether a customer may still be contacted.
-- no scope: done for a customer found with scope before.
-- in:  customer int, do_not_contact int
UPDATE customer
SET do_not_contact = :do_not_contact, version = version + 1
WHERE id = :customer
