-- Remembers all that a merge moves.  What a rule has done for both for the same
-- cause stays where it is: the one that stays has it already.
-- no scope: done for customers found with scope before.
-- in:  merge int, from int, into int
INSERT INTO customer_merge_row (merge_id, kind, row_id)
SELECT CAST(:merge AS BIGINT), moved.kind, moved.id
FROM (SELECT 'purchase' AS kind, purchase.id FROM purchase
      WHERE purchase.customer_id = :from
      UNION ALL
      SELECT 'lead', lead.id FROM lead WHERE lead.customer_id = :from
      UNION ALL
      SELECT 'followup', followup.id FROM followup
      WHERE followup.customer_id = :from
      UNION ALL
      SELECT 'contact', contact.id FROM contact
      WHERE contact.customer_id = :from
      UNION ALL
      SELECT 'problem', problem.id FROM problem
      WHERE problem.customer_id = :from
      UNION ALL
      SELECT 'review', review.id FROM review WHERE review.customer_id = :from
      UNION ALL
      SELECT 'referral', referral.lead_id FROM referral
      WHERE referral.customer_id = :from
      UNION ALL
      SELECT 'manager', customer_manager.id FROM customer_manager
      WHERE customer_manager.customer_id = :from
      UNION ALL
      SELECT 'rule', rule_done.followup_id FROM rule_done
      WHERE rule_done.customer_id = :from
        AND NOT EXISTS (SELECT 1 FROM rule_done same
                        WHERE same.rule_id = rule_done.rule_id
                          AND same.customer_id = :into
                          AND same.mark = rule_done.mark)) moved
