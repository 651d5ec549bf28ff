-- no scope: done while a file is imported, for the whole company.
-- in:  customer int, person int?
-- touch: customer customer
UPDATE customer SET manager_id = :person, version = version + 1
WHERE id = :customer
