-- The person of a name, with the team they belong to on a day; of several,
-- the one known longest.
-- in:  name_key text, day int
-- out: id int, name text, email text, role text, origin_id text, team_id int?
SELECT person.id, person.name, person.email, person.role, person.origin_id,
       (SELECT membership.team_id FROM membership
        WHERE membership.person_id = person.id
          AND membership.from_day <= :day
        ORDER BY membership.from_day DESC LIMIT 1) AS team_id
FROM person
WHERE person.name_key = :name_key
ORDER BY person.id
LIMIT 1
