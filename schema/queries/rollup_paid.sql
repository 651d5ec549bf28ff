-- What was bought, or paid back, by the inquiries of the prospects with ids from
-- :first_id to :last_id.
--   price  0 of what is no purchase
-- no scope: counted for everybody; nobody is shown the rows.
-- in:  first_id int, last_id int
-- out: prospect_id int, day int, price int
SELECT inquiry.prospect_id, purchase.day,
       CASE WHEN purchase.refund_of IS NULL AND purchase.base_amount > 0
            THEN purchase.base_amount ELSE 0 END AS price
FROM lead inquiry
JOIN purchase ON purchase.lead_id = inquiry.id
WHERE inquiry.prospect_id >= :first_id AND inquiry.prospect_id <= :last_id
ORDER BY inquiry.prospect_id, purchase.day, purchase.id
