-- What happened with a customer a viewer may see, newest first: talks that
-- stand, purchases and refunds, problems, reviews, recommendations.
--   show     'all', 'purchases', 'talks' or 'problems'
--   what     'talk', 'purchase', 'opened', 'solved', 'reopened', 'asked',
--            'promised', 'published', 'recommend' (asked to), 'recommended'
--   kind, outcome   of a talk, else ''
--   note     what was said, bought or is wrong; who was recommended
--   amount   of a purchase in base currency, else NULL
--   rating   of a published review, 1 to 5, or given in a talk, 0 to 10, else
--            NULL
-- in:  scope, as_of int, id int, show text, most int
-- out: what text, at int, day int, kind text, outcome text, note text,
--      person text, amount int?, rating int?
-- use: seen_customer talk
SELECT happened.what, happened.at, happened.day, happened.kind,
       happened.outcome, happened.note, COALESCE(person.name, '') AS person,
       happened.amount, happened.rating
FROM (SELECT 'talk' AS what, talk.at, talk.day, talk.kind, talk.outcome,
             talk.note, talk.person_id, CAST(NULL AS BIGINT) AS amount,
             CAST(talk.score AS BIGINT) AS rating, talk.id
      FROM talk
      WHERE talk.customer_id = :id AND :show IN ('all', 'talks')
      UNION ALL
      SELECT 'recommend', talk.at, talk.day, '', '', '', talk.person_id, NULL,
             NULL, talk.id
      FROM talk
      WHERE talk.customer_id = :id AND talk.recommend = 1
        AND :show IN ('all', 'talks')
      UNION ALL
      SELECT 'purchase', purchase.at, purchase.day, '', '',
             COALESCE(product.name, ''), NULL, purchase.base_amount, NULL,
             purchase.id
      FROM purchase
      LEFT JOIN product ON product.id = purchase.product_id
      WHERE purchase.day <= :as_of AND purchase.customer_id = :id
        AND :show IN ('all', 'purchases')
      UNION ALL
      SELECT problem_event.kind, problem_event.at, problem_event.day, '', '',
             CASE WHEN problem_event.note <> '' THEN problem_event.note
                  ELSE problem.what END, problem_event.actor_id, NULL, NULL,
             problem_event.id
      FROM problem
      JOIN problem_event ON problem_event.problem_id = problem.id
      WHERE problem.customer_id = :id AND :show IN ('all', 'problems')
        AND (problem.contact_id IS NULL
             OR EXISTS (SELECT 1 FROM talk WHERE talk.id = problem.contact_id))
      UNION ALL
      SELECT CASE WHEN review.published_day IS NOT NULL THEN 'published'
                  WHEN review.promised_day IS NOT NULL THEN 'promised'
                  ELSE 'asked' END,
             COALESCE(review.published_day, review.promised_day,
                      review.asked_day, 0) * 86400,
             COALESCE(review.published_day, review.promised_day,
                      review.asked_day, 0),
             '', '', review.place, NULL, NULL, review.rating, review.id
      FROM review
      WHERE review.customer_id = :id AND :show = 'all'
      UNION ALL
      SELECT 'recommended', referral.at, referral.day, '', '', lead.name,
             NULL, NULL, NULL, referral.lead_id
      FROM referral
      JOIN lead ON lead.id = referral.lead_id
      WHERE referral.customer_id = :id AND :show = 'all') happened
LEFT JOIN person ON person.id = happened.person_id
WHERE EXISTS (SELECT 1 FROM seen_customer WHERE seen_customer.id = :id)
ORDER BY happened.at DESC, happened.id DESC
LIMIT :most
