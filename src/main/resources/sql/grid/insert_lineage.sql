-- Purpose: record what became of grids between two editions
-- Parameters: layer, edition (the later one), kind, from (codes), to (codes)
-- Output: row count
-- Index relied on: none
INSERT INTO grid.lineage (layer, edition_id, kind, from_codes, to_codes)
VALUES (:layer, :edition, :kind, :from, :to);
