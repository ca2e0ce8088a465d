-- Purpose: the editions of one layer, the newest first
-- Parameters: layer (code), known_at (or null: now)
-- Output: id, layer, label, source, corrects, grid_count, adopted_by, adopted_at
-- Index relied on: unique (layer, label) of grid.editions
SELECT id, layer, label, source, corrects, grid_count, adopted_by, adopted_at
FROM grid.editions
WHERE layer = :layer
  AND (CAST(:known_at AS timestamptz) IS NULL OR adopted_at <= :known_at)
ORDER BY adopted_at DESC;
