-- in:  customer int, person int?
UPDATE customer SET manager_id = :person, version = version + 1
WHERE id = :customer
