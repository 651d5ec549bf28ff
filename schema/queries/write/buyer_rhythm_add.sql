-- Adds to the gaps of a segment.
-- in:  segment int, customers int, gaps int, spare int, ln int, squares int
INSERT INTO buyer_rhythm (segment_id, customers, gaps, spare, ln, squares)
VALUES (:segment, :customers, :gaps, :spare, :ln, :squares)
ON CONFLICT (segment_id) DO UPDATE
SET customers = buyer_rhythm.customers + excluded.customers,
    gaps = buyer_rhythm.gaps + excluded.gaps,
    spare = buyer_rhythm.spare + excluded.spare,
    ln = buyer_rhythm.ln + excluded.ln,
    squares = buyer_rhythm.squares + excluded.squares
