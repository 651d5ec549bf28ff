-- Adds to a person's customers by the span in which they stop being active.
-- in:  person int, unit int, start int, live int, idle int
INSERT INTO care_live (person_id, unit, start, live, idle)
VALUES (:person, :unit, :start, :live, :idle)
ON CONFLICT (person_id, unit, start) DO UPDATE
SET live = care_live.live + excluded.live,
    idle = care_live.idle + excluded.idle
