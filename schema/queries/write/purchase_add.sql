-- A purchase, or with refund_of and a negative amount its refund.
-- in:  customer int, lead int?, product int?, refund_of int?, at int, day int,
--      month int, amount int, currency text, base_amount int, origin text,
--      origin_id text
-- out: id int
-- touch: lead lead, customer customer, purchase refund_of
INSERT INTO purchase (customer_id, lead_id, product_id, refund_of, at, day,
                      month, amount, currency, base_amount, origin, origin_id)
VALUES (:customer, :lead, :product, :refund_of, :at, :day, :month, :amount,
        :currency, :base_amount, :origin, :origin_id)
RETURNING id
