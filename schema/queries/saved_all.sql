-- The views that a person has saved, then those that others share, by name.
-- no scope: what a view shows is seen with the viewer's own rights.
-- in:  person int, most int
-- out: id int, name text, address text, mine int, shared int, owner text
-- use: found_view
SELECT saved_view.id, saved_view.name, saved_view.address, found_view.mine,
       saved_view.shared, person.name AS owner
FROM found_view
JOIN saved_view ON saved_view.id = found_view.id
JOIN person ON person.id = saved_view.person_id
ORDER BY found_view.mine DESC, saved_view.name_key, saved_view.id
LIMIT :most
