-- Purpose: the editions of one layer, the newest first
-- Parameters: layer (code)
-- Output: id, layer, label, source, corrects, grid_count, adopted_by, adopted_at
-- Index relied on: unique (layer, label) of grid.editions
SELECT id, layer, label, source, corrects, grid_count, adopted_by, adopted_at
FROM grid.editions
WHERE layer = :layer
ORDER BY adopted_at DESC;
