-- Customers by what they bought, as it is kept for everybody (needs sale):
--   who first bought in [:first_from, :first_to); and if that is asked for
--   repeat >= 0    bought again within so many days
--   watched >= 0   had not bought again before so many days
--   in_month 1     bought in [:month_from, :month_to)
--   age >= 0       bought so many months after the month of the first purchase,
--                  up to :age_to months
people AS NOT MATERIALIZED (
  SELECT buyer.customer_id, buyer.first_day, buyer.last_day, buyer.days,
         buyer.second, buyer.problem
  FROM buyer
  WHERE :see = 2
    AND buyer.first_day >= :first_from AND buyer.first_day < :first_to
    AND (:repeat < 0 OR buyer.second <= :repeat)
    AND (:watched < 0 OR buyer.second IS NULL OR buyer.second >= :watched)
    AND (:in_month = 0
         OR EXISTS (SELECT 1 FROM sale
                    WHERE sale.customer_id = buyer.customer_id
                      AND sale.day >= :month_from AND sale.day < :month_to))
    AND (:age < 0
         OR EXISTS (SELECT 1 FROM sale began
                    JOIN purchase begun ON begun.id = began.id
                    JOIN sale ON sale.customer_id = began.customer_id
                    JOIN purchase again ON again.id = sale.id
                    WHERE began.customer_id = buyer.customer_id
                      AND began.day = buyer.first_day
                      AND again.month >= begun.month + :age
                      AND again.month <= begun.month + :age_to))
)
