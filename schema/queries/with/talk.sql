-- The talks, and tries, that stand.  Undoing an outcome keeps its row but
-- opens the follow-up again, so a talk whose follow-up was reopened afterwards
-- was recorded by mistake, and so was a problem heard in it.
talk AS NOT MATERIALIZED (
  SELECT contact.id, contact.customer_id, contact.followup_id,
         contact.person_id, contact.kind, contact.outcome, contact.score,
         contact.recommend, contact.note, contact.at, contact.day
  FROM contact
  WHERE contact.followup_id IS NULL
     OR NOT EXISTS (SELECT 1 FROM followup_event undone
                    WHERE undone.followup_id = contact.followup_id
                      AND undone.kind = 'reopened'
                      AND undone.at >= contact.at)
)
