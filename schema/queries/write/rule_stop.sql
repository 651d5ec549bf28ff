-- in:  rule int
UPDATE rule SET active = 0 WHERE id = :rule
