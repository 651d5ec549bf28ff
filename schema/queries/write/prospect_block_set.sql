-- Keeps a block of prospects.
-- in:  id int, first_day int, last_day int, first_end int?, last_end int?,
--      prospects text
INSERT INTO prospect_block (id, first_day, last_day, first_end, last_end,
                            prospects)
VALUES (:id, :first_day, :last_day, :first_end, :last_end, :prospects)
ON CONFLICT (id) DO UPDATE
SET first_day = excluded.first_day, last_day = excluded.last_day,
    first_end = excluded.first_end, last_end = excluded.last_end,
    prospects = excluded.prospects
