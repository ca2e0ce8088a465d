-- Lists that grow for years are read a page at a time: what waits first, then the latest.
CREATE INDEX openings_order ON evidence.openings ((state = 'OPEN'), id DESC);
CREATE INDEX hazards_order ON evidence.hazards ((check_due IS NULL OR checked_at IS NOT NULL), id DESC);
