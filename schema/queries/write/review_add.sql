-- in:  customer int, contact int?, place text, rating int?, asked_day int?,
--      promised_day int?, published_day int?
INSERT INTO review (customer_id, contact_id, place, rating, asked_day,
                    promised_day, published_day)
VALUES (:customer, :contact, :place, :rating, :asked_day, :promised_day,
        :published_day)
