-- The days a prospect has to buy.
-- in:  horizon_days int
UPDATE company SET horizon_days = :horizon_days WHERE id = 1
