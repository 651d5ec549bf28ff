-- How many customers retention_people shows, and how many of them come up to
-- :after, which first bought on :after_day.
-- in:  scope, as_of int, first_from int, first_to int, repeat int,
--      watched int, in_month int, month_from int, month_to int, age int,
--      age_to int, after_day int, after int
-- out: total int, before int
-- use: sale people
SELECT COUNT(*) AS total,
       CAST(COALESCE(SUM(CASE WHEN people.first_day < :after_day
                                OR (people.first_day = :after_day
                                    AND people.customer_id <= :after)
                              THEN 1 ELSE 0 END), 0) AS BIGINT) AS before
FROM people
