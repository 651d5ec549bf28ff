-- spend_by_month for a day since which nothing was recorded.
-- no scope: every viewer gets the same price of a prospect.
-- in:  from_month int, to_month int
-- out: month int, source_id int, campaign_id int, amount int, prospects int
SELECT spend.month, spend.source_id,
       COALESCE(spend.campaign_id, 0) AS campaign_id, spend.amount,
       COALESCE(prospect_count.valid, 0) AS prospects
FROM spend
LEFT JOIN prospect_count
  ON prospect_count.unit = 2 AND prospect_count.source_id = spend.source_id
 AND prospect_count.campaign_id = COALESCE(spend.campaign_id, -1)
 AND prospect_count.team_id = -1 AND prospect_count.start = spend.month
WHERE spend.month BETWEEN :from_month AND :to_month
ORDER BY spend.month, spend.source_id, COALESCE(spend.campaign_id, 0)
