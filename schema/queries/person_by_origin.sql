-- A person by the id in the system they were imported from, with the team
-- they belong to on a day.
-- in:  origin text, origin_id text, day int
-- out: id int, name text, email text, role text, team_id int?
SELECT person.id, person.name, person.email, person.role,
       (SELECT membership.team_id FROM membership
        WHERE membership.person_id = person.id
          AND membership.from_day <= :day
        ORDER BY membership.from_day DESC LIMIT 1) AS team_id
FROM person
WHERE person.origin = :origin AND person.origin_id = :origin_id
  AND person.origin_id <> ''
