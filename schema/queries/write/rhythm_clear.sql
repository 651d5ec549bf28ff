-- Forgets what silences are judged by.
DELETE FROM rhythm
