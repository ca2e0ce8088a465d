-- Purpose: take over the area of a broadcast that is corrected
-- Parameters: id, other
-- Output: row count
-- Index relied on: primary key of notice.broadcast_areas
INSERT INTO notice.broadcast_areas (broadcast_id, part, grid_code, geom)
SELECT :id, a.part, a.grid_code, a.geom FROM notice.broadcast_areas a WHERE a.broadcast_id = :other;
