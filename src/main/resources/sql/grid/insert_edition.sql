-- Purpose: store an edition's head
-- Parameters: id, layer, label, source, corrects (or null), grid_count, vertex_count, checked_under (or null), adopted_by,
--             adopted_at
-- Output: row count
-- Index relied on: primary key of grid.editions
INSERT INTO grid.editions
    (id, layer, label, source, corrects, grid_count, vertex_count, checked_under, adopted_by, adopted_at)
VALUES (:id, :layer, :label, :source, :corrects, :grid_count, :vertex_count, :checked_under, :adopted_by, :adopted_at);
