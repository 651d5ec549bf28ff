-- Forgets all rows, before they are counted anew.
DELETE FROM followup_count
