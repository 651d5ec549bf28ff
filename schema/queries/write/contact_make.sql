-- The talk of a follow-up as a bulk writer makes it, under an id that the
-- writer chose.
-- in:  id int, customer int, followup int, person int, kind text,
--      outcome text, note text, at int, day int
INSERT INTO contact (id, customer_id, followup_id, person_id, kind, outcome,
                     note, at, day)
VALUES (:id, :customer, :followup, :person, :kind, :outcome, :note, :at, :day)
