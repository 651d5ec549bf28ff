-- Who asks, for which company, and what the newest change is: read first for
-- every page, in one question.  One row; person_id is NULL when the token is
-- unknown, too old, or the person may no longer sign in.
-- in:  token_hash text, seen_since int, created_since int
-- out: change int, newest_day int, company text, time_zone text, currency text,
--      company_language text, horizon_days int, new_cycle_days int,
--      contact_days int, sales_since_day int?, demo int, person_id int?,
--      seen_at int?
-- use: live_session
SELECT change.n AS change, change.newest_day, company.name AS company,
       company.time_zone, company.currency, company.language AS company_language,
       company.horizon_days, company.new_cycle_days, company.contact_days,
       company.sales_since_day, company.demo, live_session.person_id,
       live_session.seen_at
FROM company
JOIN change ON change.id = 1
LEFT JOIN live_session ON TRUE
WHERE company.id = 1
