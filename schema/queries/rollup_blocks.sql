-- How many blocks of prospects have ids other than from :first to :last.
-- no scope: compared with what it should be; nobody is shown the answer.
-- in:  first int, last int
-- out: blocks int
SELECT COUNT(*) AS blocks FROM prospect_block
WHERE prospect_block.id < :first OR prospect_block.id > :last
