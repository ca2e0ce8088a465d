-- A FREE layer must cover nothing: its register lists overlaps alone, and its region is what its own grids cover.
ALTER TABLE border.scans DROP CONSTRAINT scans_region_check;
ALTER TABLE border.scans ADD CONSTRAINT scans_region_check CHECK (region IN ('PARENT', 'OUTLINE', 'GRIDS'));
COMMENT ON TABLE border.scans IS 'What the borders of a layer left at a time: one row each time the edition in force, its parent''s or the streets changed. region is the ground they must cover: the parent layer; a partition''s own outline with its holes; or, of a free layer, nothing but what its own grids cover.';
