-- Forgets all rows, before they are counted anew.
DELETE FROM care_live
