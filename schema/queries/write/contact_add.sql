-- A talk with a customer, or a try.
-- in:  customer int, followup int?, person int?, kind text, outcome text,
--      score int?, recommend int, note text, at int, day int
-- out: id int
-- touch: customer customer
INSERT INTO contact (customer_id, followup_id, person_id, kind, outcome, score,
                     recommend, note, at, day)
VALUES (:customer, :followup, :person, :kind, :outcome, :score, :recommend,
        :note, :at, :day)
RETURNING id
