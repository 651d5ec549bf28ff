-- The theme a person has chosen: light, dark or the system's ('').
-- in:  theme text, person int
UPDATE person SET theme = :theme WHERE id = :person
