-- Somebody whose work a viewer may hand over, whether they are still here or
-- not.
-- in:  scope, as_of int, id int
-- out: name text
SELECT person.name FROM person
WHERE person.id = :id
  AND (:see = 2
       OR person.id = :me
       OR (:see = 1
           AND :my_team = (SELECT membership.team_id FROM membership
                           WHERE membership.person_id = person.id
                             AND membership.from_day <= :as_of
                           ORDER BY membership.from_day DESC LIMIT 1)))
