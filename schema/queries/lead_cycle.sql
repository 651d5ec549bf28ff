-- The newest buying cycle, begun at or before an instant, of whoever has this
-- e-mail or phone: its first inquiry, and how far it was by then.  One that
-- was found invalid was none.
--   won_at    its first win
--   lost_day  the day it was lost, NULL when won or open (again)
-- no scope: asked while a lead is recorded; nobody is shown the answer.
-- in:  email_key text, phone_key text, at int
-- out: id int, customer_id int?, won_at int?, lost_day int?
SELECT lead.id,
       (SELECT MAX(inquiry.customer_id) FROM lead inquiry
        WHERE inquiry.prospect_id = lead.id) AS customer_id,
       (SELECT MIN(win.at) FROM lead inquiry
        JOIN lead_event win ON win.lead_id = inquiry.id
        WHERE inquiry.prospect_id = lead.id
          AND win.kind = 'won' AND win.at <= :at) AS won_at,
       (SELECT CASE WHEN ended.kind = 'lost' THEN ended.day END
        FROM lead_event ended
        WHERE ended.lead_id = lead.id
          AND ended.kind IN ('lost', 'reopened') AND ended.at <= :at
        ORDER BY ended.at DESC, ended.id DESC LIMIT 1) AS lost_day
FROM lead found
JOIN lead ON lead.id = found.prospect_id
WHERE ((found.email_key = :email_key AND found.email_key <> '')
       OR (found.phone_key = :phone_key AND found.phone_key <> ''))
  AND found.created_at <= :at
  AND lead.repeat_deal = 0
  AND COALESCE((SELECT mark.kind FROM lead_event mark
                WHERE mark.lead_id = lead.id
                  AND mark.kind IN ('invalid', 'valid') AND mark.at <= :at
                ORDER BY mark.at DESC, mark.id DESC LIMIT 1), 'valid') = 'valid'
ORDER BY lead.created_at DESC, lead.id DESC
LIMIT 1
