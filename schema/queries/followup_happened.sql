-- What happened with the customer of a follow-up a viewer may see: talks that
-- stand, purchases and refunds, problems heard and solved; newest first.
--   what     'talk', 'purchase', 'opened', 'solved', 'reopened'
--   kind, outcome   of a talk, else ''
--   amount   of a purchase in base currency, else NULL
-- in:  scope, as_of int, id int, most int
-- rows: customer_happened
-- use: seen_customer seen_followup followed talk
SELECT happened.what, happened.at, happened.day, happened.kind,
       happened.outcome, happened.note, COALESCE(person.name, '') AS person,
       happened.amount, happened.rating
FROM (SELECT 'talk' AS what, talk.at, talk.day, talk.kind, talk.outcome,
             talk.note, talk.person_id, CAST(NULL AS BIGINT) AS amount,
             CAST(talk.score AS BIGINT) AS rating, talk.id
      FROM talk
      WHERE talk.customer_id = (SELECT followed.customer_id FROM followed)
      UNION ALL
      SELECT 'purchase', purchase.at, purchase.day, '', '',
             COALESCE(product.name, ''), NULL, purchase.base_amount,
             NULL, purchase.id
      FROM purchase
      LEFT JOIN product ON product.id = purchase.product_id
      WHERE purchase.day <= :as_of
        AND purchase.customer_id = (SELECT followed.customer_id FROM followed)
      UNION ALL
      SELECT problem_event.kind, problem_event.at, problem_event.day, '', '',
             CASE WHEN problem_event.note <> '' THEN problem_event.note
                  ELSE problem.what END, problem_event.actor_id, NULL, NULL,
             problem_event.id
      FROM problem
      JOIN problem_event ON problem_event.problem_id = problem.id
      WHERE problem.customer_id = (SELECT followed.customer_id FROM followed)
        AND (problem.contact_id IS NULL
             OR EXISTS (SELECT 1 FROM talk
                        WHERE talk.id = problem.contact_id))) happened
LEFT JOIN person ON person.id = happened.person_id
ORDER BY happened.at DESC, happened.id DESC
LIMIT :most
