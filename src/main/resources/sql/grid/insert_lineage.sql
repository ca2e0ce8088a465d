-- Purpose: record what became of grids between two editions
-- Parameters: layer, before (edition), after (edition), kind, from (codes), to (codes), flows (JSON text)
-- Output: row count
-- Index relied on: none
INSERT INTO grid.lineage (layer, before_edition, edition_id, kind, from_codes, to_codes, flows)
VALUES (?, ?, ?, ?, ?, ?, CAST(? AS jsonb));
