-- 0017_recommend.sql - who was asked, in a talk, to recommend us.
-- sums: as they were

ALTER TABLE contact ADD COLUMN recommend INTEGER NOT NULL DEFAULT 0 CHECK (recommend IN (0, 1)); -- 1: they were asked to recommend us
