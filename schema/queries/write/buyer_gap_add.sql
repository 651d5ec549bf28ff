-- Adds to gaps between purchase days, by their length.
-- in:  segment int, days int, gaps int
INSERT INTO buyer_gap (segment_id, days, gaps)
VALUES (:segment, :days, :gaps)
ON CONFLICT (segment_id, days) DO UPDATE
SET gaps = buyer_gap.gaps + excluded.gaps
