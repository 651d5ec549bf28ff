-- A purchase as a bulk writer makes it, in the company's currency.
-- in:  customer int, lead int?, at int, day int, month int, amount int,
--      currency text
INSERT INTO purchase (customer_id, lead_id, at, day, month, amount, currency,
                      base_amount)
VALUES (:customer, :lead, :at, :day, :month, :amount, :currency, :amount)
