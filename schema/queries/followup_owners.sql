-- Whom a viewer may give a follow-up to, by name.
-- in:  scope, as_of int
-- out: id int, name text
SELECT person.id, person.name FROM person
WHERE person.active = 1 AND person.role <> 'viewer'
  AND (:see = 2
       OR person.id = :me
       OR (:see = 1
           AND :my_team = (SELECT membership.team_id FROM membership
                           WHERE membership.person_id = person.id
                             AND membership.from_day <= :as_of
                           ORDER BY membership.from_day DESC LIMIT 1)))
ORDER BY person.name_key, person.id
