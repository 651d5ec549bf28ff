-- A person; login NULL for one who cannot sign in.
-- in:  login text, name text, name_key text, email text, role text,
--      language text, origin text, origin_id text, now int
-- out: id int
INSERT INTO person (login, name, name_key, email, role, language, origin,
                    origin_id, created_at)
VALUES (NULLIF(:login, ''), :name, :name_key, :email, :role, :language,
        :origin, :origin_id, :now)
RETURNING id
