-- 0009_lead_segment.sql - the segment of who asks, so that conversion can be told
-- apart by it.
-- sums: as they were

ALTER TABLE lead ADD COLUMN segment_id INTEGER REFERENCES segment (id); -- of the person or firm that asks; NULL: not recorded
