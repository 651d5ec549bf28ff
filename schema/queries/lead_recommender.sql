-- The customer who recommended us to the lead that stands for a buying cycle,
-- if the viewer may see them; of several, who was the first.
-- in:  scope, as_of int, id int
-- out: id int, name text
-- use: seen_customer
SELECT seen_customer.id, seen_customer.name
FROM lead
JOIN referral ON referral.lead_id = lead.id
JOIN seen_customer ON seen_customer.id = referral.customer_id
WHERE lead.prospect_id = :id
ORDER BY referral.day, referral.lead_id
LIMIT 1
