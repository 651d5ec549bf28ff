-- Forgets all rows, before they are counted anew.
DELETE FROM prospect_block
