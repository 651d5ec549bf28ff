-- Saves a view; one of the same name and person gives way.
-- in:  person int, name text, name_key text, address text, shared int, now int
INSERT INTO saved_view (person_id, name, name_key, address, shared, created_at)
VALUES (:person, :name, :name_key, :address, :shared, :now)
ON CONFLICT (person_id, name_key) DO UPDATE
SET name = excluded.name, address = excluded.address, shared = excluded.shared
