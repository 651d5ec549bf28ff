-- All rows of care_day, to be compared with a new_customers count.
-- out: person_id int, day int, due int, on_time int, new_customers int,
--      met int, tries int, reached int, unhappy int
SELECT person_id, day, due, on_time, new_customers, met, tries, reached,
       unhappy
FROM care_day
