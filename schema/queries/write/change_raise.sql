-- Marks that something has changed; the last statement of every write.
UPDATE change SET n = n + 1 WHERE id = 1
