-- What a source or campaign cost in a month; a new amount replaces the old.
-- in:  source int, campaign int?, month int, amount int
INSERT INTO spend (source_id, campaign_id, month, amount)
VALUES (:source, :campaign, :month, :amount)
ON CONFLICT (month, source_id, COALESCE(campaign_id, 0)) DO UPDATE
SET amount = excluded.amount
