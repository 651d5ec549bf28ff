-- Whose customers somebody sees who does not see all: their own, and those of
-- the people who are in their team on day :as_of.
mate AS MATERIALIZED (
  SELECT person.id FROM person
  WHERE :see <> 2
    AND (person.id = :me
         OR (:see = 1
             AND :my_team = (SELECT membership.team_id FROM membership
                             WHERE membership.person_id = person.id
                               AND membership.from_day <= :as_of
                             ORDER BY membership.from_day DESC LIMIT 1)))
)
