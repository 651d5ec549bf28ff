-- The customers behind one number of the retention page, of all that have
-- bought by day :as_of.  A condition that is NULL lets everybody pass.
--   first    month of the first purchase
--   month    bought in that month, or with later = 1 then or afterwards
--   age      the same so many months after the first purchase, for those whom
--            month :whole, the last one counted, has let grow so old
--   known    first bought at least so many days ago
--   repeat   bought again within so many days
--   watched  had not bought again before so many days
chosen_customer AS (
  SELECT span.customer_id, span.first_day, span.last_day, span.days
  FROM (
    SELECT numbered.customer_id, MIN(numbered.first_month) AS first_month,
           MIN(numbered.day) AS first_day, MAX(numbered.day) AS last_day,
           MAX(numbered.month) AS last_month, COUNT(*) AS days,
           MIN(CASE WHEN numbered.n = 2 THEN numbered.day END) AS second_day,
           MAX(CASE WHEN numbered.month = :month
                      OR numbered.month = numbered.first_month + :age
                    THEN 1 ELSE 0 END) AS came
    FROM (SELECT sale_day.customer_id, sale_day.day, sale_day.month,
                 ROW_NUMBER() OVER (PARTITION BY sale_day.customer_id
                                    ORDER BY sale_day.day) AS n,
                 MIN(sale_day.month) OVER (PARTITION BY sale_day.customer_id)
                   AS first_month
          FROM sale_day) numbered
    GROUP BY numbered.customer_id
  ) span
  WHERE (CAST(:first AS BIGINT) IS NULL OR span.first_month = :first)
    AND (CAST(:month AS BIGINT) IS NULL OR span.came = 1
         OR (:later = 1 AND span.last_month >= :month))
    AND (CAST(:age AS BIGINT) IS NULL
         OR (span.first_month + :age <= :whole
             AND (span.came = 1
                  OR (:later = 1 AND span.last_month >= span.first_month + :age))))
    AND (CAST(:known AS BIGINT) IS NULL OR span.first_day + :known <= :as_of)
    AND (CAST(:repeat AS BIGINT) IS NULL
         OR span.second_day - span.first_day <= :repeat)
    AND (CAST(:watched AS BIGINT) IS NULL OR span.second_day IS NULL
         OR span.second_day - span.first_day >= :watched)
)
