-- Forgets all rows, before they are counted anew.
DELETE FROM buyer_unled
