-- The people prospects may be credited to, as far as a viewer may see them, by
-- name: all, those who have ever been in their team, or only themselves.
-- in:  scope
-- out: id int, name text
SELECT person.id, person.name FROM person
WHERE :see = 2 OR person.id = :me
   OR (:see = 1 AND EXISTS (SELECT 1 FROM membership
                            WHERE membership.person_id = person.id
                              AND membership.team_id = :my_team))
ORDER BY person.name_key, person.id
