-- Adds to a person's work on a day.
-- in:  person int, day int, due int, on_time int, new_customers int, met int,
--      tries int, reached int, unhappy int
INSERT INTO care_day (person_id, day, due, on_time, new_customers, met, tries,
                      reached, unhappy)
VALUES (:person, :day, :due, :on_time, :new_customers, :met, :tries, :reached,
        :unhappy)
ON CONFLICT (person_id, day) DO UPDATE
SET due = care_day.due + excluded.due,
    on_time = care_day.on_time + excluded.on_time,
    new_customers = care_day.new_customers + excluded.new_customers,
    met = care_day.met + excluded.met,
    tries = care_day.tries + excluded.tries,
    reached = care_day.reached + excluded.reached,
    unhappy = care_day.unhappy + excluded.unhappy
