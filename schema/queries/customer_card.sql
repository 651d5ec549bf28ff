-- Everything that stands at the head of the page of a customer a viewer may see.
--   since_day      first purchase, or when the customer was entered
--   all_revenue    base amounts, refunds taken off; year_revenue of
--                  (:year_from, :as_of], year_before of the year before it
--   bought_days    days on which they bought; gap_days between the first and
--                  the last of them; silent_day  silent for longer than usual
--                  from then on
--   referrer       who recommended them, '' when nobody is known to
-- in:  scope, as_of int, year_from int, before_from int, id int
-- out: id int, name text, contact text, email text, phone text, segment text,
--      manager text, do_not_contact int, contract_end_day int?, since_day int,
--      purchases int, all_revenue int, year_revenue int, year_before int,
--      last_purchase int?, last_contact int?, bought_days int, gap_days int,
--      silent_day int?, referrer_id int?, referrer text
-- use: seen_customer sale talk
SELECT customer.id, customer.name, customer.contact, customer.email,
       customer.phone, customer.segment, COALESCE(person.name, '') AS manager,
       customer.do_not_contact, customer.contract_end_day,
       COALESCE((SELECT MIN(sale.day) FROM sale
                 WHERE sale.customer_id = customer.id), customer.created_day)
         AS since_day,
       (SELECT COUNT(*) FROM sale
        WHERE sale.customer_id = customer.id) AS purchases,
       COALESCE((SELECT CAST(SUM(purchase.base_amount) AS BIGINT) FROM purchase
                 WHERE purchase.customer_id = customer.id
                   AND purchase.day <= :as_of), 0) AS all_revenue,
       COALESCE((SELECT CAST(SUM(purchase.base_amount) AS BIGINT) FROM purchase
                 WHERE purchase.customer_id = customer.id
                   AND purchase.day > :year_from
                   AND purchase.day <= :as_of), 0) AS year_revenue,
       COALESCE((SELECT CAST(SUM(purchase.base_amount) AS BIGINT) FROM purchase
                 WHERE purchase.customer_id = customer.id
                   AND purchase.day > :before_from
                   AND purchase.day <= :year_from), 0) AS year_before,
       (SELECT MAX(sale.day) FROM sale
        WHERE sale.customer_id = customer.id) AS last_purchase,
       (SELECT MAX(talk.day) FROM talk
        WHERE talk.customer_id = customer.id) AS last_contact,
       COALESCE(buyer.days, 0) AS bought_days,
       COALESCE(buyer.last_day - buyer.first_day, 0) AS gap_days,
       buyer.silent_day, recommended.customer_id AS referrer_id,
       COALESCE(recommended.name, '') AS referrer
FROM seen_customer
JOIN customer ON customer.id = seen_customer.id
LEFT JOIN person ON person.id = customer.manager_id
LEFT JOIN buyer ON buyer.customer_id = customer.id
LEFT JOIN (SELECT lead.customer_id AS who, referral.customer_id,
                  referrer.name
           FROM referral
           JOIN lead ON lead.id = referral.lead_id
           JOIN customer referrer ON referrer.id = referral.customer_id
           WHERE referral.lead_id = (SELECT MIN(first.id) FROM lead first
                                     JOIN referral known
                                       ON known.lead_id = first.id
                                     WHERE first.customer_id = :id))
  recommended ON recommended.who = customer.id
WHERE seen_customer.id = :id
