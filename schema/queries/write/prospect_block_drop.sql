-- Forgets a block that has no prospects any more.
-- in:  id int
DELETE FROM prospect_block WHERE id = :id
