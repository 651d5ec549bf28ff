-- The people of a team on day :as_of, for who may see the team.
member AS NOT MATERIALIZED (
  SELECT person.id, person.name, person.name_key
  FROM membership
  JOIN person ON person.id = membership.person_id
  WHERE membership.team_id = :team AND membership.from_day <= :as_of
    AND (:see = 2 OR (:see = 1 AND :my_team = :team))
    AND NOT EXISTS (SELECT 1 FROM membership later
                    WHERE later.person_id = membership.person_id
                      AND later.from_day <= :as_of
                      AND later.from_day > membership.from_day)
)
