-- A purchase or refund by the id in the system it was imported from.
-- no scope: asked while a file is imported, for the whole company.
-- in:  origin text, origin_id text
-- out: id int, customer_id int, product_id int?, refund_of int?, at int,
--      amount int, currency text
SELECT id, customer_id, product_id, refund_of, at, amount, currency
FROM purchase
WHERE origin = :origin AND origin_id = :origin_id AND origin_id <> ''
