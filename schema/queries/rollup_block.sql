-- A block of prospects as it is kept.
-- no scope: compared with what it should be; nobody is shown the rows.
-- in:  id int
-- out: first_day int, last_day int, first_end int?, last_end int?,
--      prospects text
SELECT prospect_block.first_day, prospect_block.last_day,
       prospect_block.first_end, prospect_block.last_end,
       prospect_block.prospects
FROM prospect_block WHERE prospect_block.id = :id
