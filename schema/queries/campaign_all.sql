-- Every campaign with its source, by name.
-- out: id int, name text, source text
SELECT campaign.id, campaign.name, source.name AS source
FROM campaign
JOIN source ON source.id = campaign.source_id
ORDER BY campaign.name_key, campaign.id
