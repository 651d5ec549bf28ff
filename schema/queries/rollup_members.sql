-- The teams of those to whom leads with ids from :first_id to :last_id were
-- assigned.
-- no scope: counted for everybody; nobody is shown the rows.
-- in:  first_id int, last_id int
-- out: person_id int, from_day int, team_id int
SELECT membership.person_id, membership.from_day,
       COALESCE(membership.team_id, 0) AS team_id
FROM membership
WHERE membership.person_id IN (SELECT assigned.owner_id
                               FROM lead_event assigned
                               WHERE assigned.lead_id >= :first_id
                                 AND assigned.lead_id <= :last_id
                                 AND assigned.kind = 'assigned')
ORDER BY membership.person_id, membership.from_day
