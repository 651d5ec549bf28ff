-- A problem heard in a talk as a bulk writer makes it: as it stands after its
-- events, under an id that the writer chose.
-- in:  id int, customer int, owner int, contact int, what text, state text,
--      version int
INSERT INTO problem (id, customer_id, owner_id, contact_id, what, state,
                     version)
VALUES (:id, :customer, :owner, :contact, :what, :state, :version)
