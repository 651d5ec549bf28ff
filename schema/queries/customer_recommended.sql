-- Who was recommended by a customer a viewer may see, the newest first.
--   became_id  the customer they have become, NULL before they bought
-- in:  scope, as_of int, id int, most int
-- out: lead_id int, name text, day int, became_id int?
-- use: seen_customer
SELECT referral.lead_id, lead.name, referral.day,
       CASE WHEN EXISTS (SELECT 1 FROM lead_event
                         WHERE lead_event.lead_id = lead.id
                           AND lead_event.kind = 'won')
            THEN lead.customer_id END AS became_id
FROM seen_customer
JOIN referral ON referral.customer_id = seen_customer.id
JOIN lead ON lead.id = referral.lead_id
WHERE seen_customer.id = :id
ORDER BY referral.day DESC, referral.lead_id DESC
LIMIT :most
