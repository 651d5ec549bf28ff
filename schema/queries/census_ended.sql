-- The blocks that may hold prospects who were won or lost in [:from, :to).
-- no scope: a block holds prospects of everybody; cgi/lib/census.c leaves out
-- whom the viewer may not see.
-- in:  from int, to int
-- out: prospects text
SELECT prospect_block.prospects
FROM prospect_block
WHERE prospect_block.last_end IS NOT NULL
  AND prospect_block.last_end >= :from AND prospect_block.first_end < :to
