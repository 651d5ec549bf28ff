-- in:  id int, region text
UPDATE team SET region = :region WHERE id = :id
