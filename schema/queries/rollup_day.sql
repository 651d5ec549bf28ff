-- The prospects who came on the day a lead came, or the first behind it.
-- no scope: asked to count a day anew; nobody is shown the rows.
-- lazy: only an audit of a sample asks.
-- in:  lead int
-- out: id int
SELECT lead.id
FROM lead
WHERE lead.created_day = (SELECT here.created_day FROM lead here
                          WHERE here.id >= :lead
                          ORDER BY here.id LIMIT 1)
  AND lead.prospect_id = lead.id AND lead.repeat_deal = 0
ORDER BY lead.id
