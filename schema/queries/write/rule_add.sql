-- in:  cause text, days int, product int?, segment text, kind text,
--      subject text, from_day int
INSERT INTO rule (cause, days, product_id, segment, kind, subject, from_day)
VALUES (:cause, :days, :product, :segment, :kind, :subject, :from_day)
