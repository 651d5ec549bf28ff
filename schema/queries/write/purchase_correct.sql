-- A purchase that was recorded wrongly.
-- no scope: done while a file is imported, for the whole company.
-- in:  id int, customer int, product int?, refund_of int?, at int, day int,
--      month int, amount int, currency text, base_amount int
-- touch: purchase id, purchase refund_of, customer customer
UPDATE purchase
SET customer_id = :customer, product_id = :product, refund_of = :refund_of,
    at = :at, day = :day, month = :month, amount = :amount,
    currency = :currency, base_amount = :base_amount
WHERE id = :id
