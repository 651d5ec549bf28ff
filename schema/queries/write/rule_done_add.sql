-- in:  rule int, customer int, mark int, followup int
INSERT INTO rule_done (rule_id, customer_id, mark, followup_id)
VALUES (:rule, :customer, :mark, :followup)
