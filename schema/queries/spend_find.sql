-- What a source, or with campaign one campaign of it, cost in a month.
-- in:  source int, campaign int?, month int
-- out: amount int
SELECT amount FROM spend
WHERE source_id = :source AND month = :month
  AND COALESCE(campaign_id, 0) = COALESCE(CAST(:campaign AS BIGINT), 0)
