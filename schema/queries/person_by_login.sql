-- Who signs in with a name.
-- in:  login text
-- out: id int, name text, role text, active int
SELECT id, name, role, active FROM person WHERE login = :login
