-- What all customers paid on the days (:year_from, :as_of], refunds taken off,
-- for who sees everybody.
-- in:  scope, year_from int, as_of int
-- out: revenue int
SELECT CAST(COALESCE(SUM(amount), 0) AS BIGINT) AS revenue
FROM buyer_revenue
WHERE :see = 2 AND day > :year_from AND day <= :as_of
