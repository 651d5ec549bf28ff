-- The talks, and tries, that stand, with customers with ids from :first_id to
-- :last_id.
--   person_id  0: not recorded
-- no scope: counted for everybody; nobody is shown the rows.
-- in:  first_id int, last_id int
-- out: customer_id int, day int, person_id int, reached int, unhappy int
-- use: talk
SELECT talk.customer_id, talk.day, COALESCE(talk.person_id, 0) AS person_id,
       CASE WHEN talk.outcome IN ('no_answer', 'wrong_contact') THEN 0 ELSE 1
       END AS reached,
       CASE WHEN talk.outcome = 'unhappy' THEN 1 ELSE 0 END AS unhappy
FROM talk
WHERE talk.customer_id >= :first_id AND talk.customer_id <= :last_id
ORDER BY talk.customer_id, talk.day, talk.id
