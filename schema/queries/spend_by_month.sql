-- What sources cost in the months [:from_month, :to_month], and how many
-- valid prospects of the whole company share each amount.  Every viewer gets
-- the same price of a prospect, so nothing here depends on who looks.
-- no scope: every viewer gets the same price of a prospect.
-- in:  from_month int, to_month int, as_of int
-- out: month int, source_id int, campaign_id int, amount int, prospects int
SELECT spend.month, spend.source_id,
       COALESCE(spend.campaign_id, 0) AS campaign_id, spend.amount,
       (SELECT COUNT(*) FROM lead
        WHERE lead.source_id = spend.source_id
          AND lead.created_month = spend.month
          AND (spend.campaign_id IS NULL OR lead.campaign_id = spend.campaign_id)
          AND lead.created_day <= :as_of
          AND lead.prospect_id = lead.id AND lead.repeat_deal = 0
          AND COALESCE((SELECT mark.kind FROM lead_event mark
                        WHERE mark.lead_id = lead.id
                          AND mark.kind IN ('invalid', 'valid')
                          AND mark.day <= :as_of
                        ORDER BY mark.at DESC, mark.id DESC LIMIT 1), 'valid')
              = 'valid') AS prospects
FROM spend
WHERE spend.month BETWEEN :from_month AND :to_month
ORDER BY spend.month, spend.source_id, COALESCE(spend.campaign_id, 0)
