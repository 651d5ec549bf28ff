-- What silences are judged by: of everybody first, then by name of the segment.
-- out: segment_id int, name text, judged_day int, customers int, gaps int,
--      spare int, ln int, squares int, return_days int?, window_days int?
SELECT rhythm.segment_id, COALESCE(segment.name, '') AS name,
       rhythm.judged_day, rhythm.customers, rhythm.gaps, rhythm.spare,
       rhythm.ln, rhythm.squares, rhythm.return_days, rhythm.window_days
FROM rhythm
LEFT JOIN segment ON segment.id = rhythm.segment_id
ORDER BY COALESCE(segment.name, ''), rhythm.segment_id
