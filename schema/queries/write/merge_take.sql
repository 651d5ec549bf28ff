-- Takes one of two customers that are as they were seen; no row when it is not.
--   was   who stood for it, 0: itself
--   into  who stands for it from now on, NULL: itself; not for who has shells
-- no scope: done for customers found with scope before.
-- in:  id int, version int, was int, into int?
-- out: id int
-- touch: customer id
UPDATE customer SET merged_into = :into, version = version + 1
WHERE id = :id AND version = :version AND COALESCE(merged_into, 0) = :was
  AND (CAST(:into AS BIGINT) IS NULL
       OR NOT EXISTS (SELECT 1 FROM customer shell
                      WHERE shell.merged_into = :id))
RETURNING id
