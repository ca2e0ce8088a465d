-- Purpose: store a grid as a part of the area of a broadcast
-- Parameters: id, part, code, edition
-- Output: row count, 0 when the edition has no such grid
-- Index relied on: primary key of grid.grids
INSERT INTO notice.broadcast_areas (broadcast_id, part, grid_code, geom)
SELECT :id, :part, g.code, ST_Multi(g.geom)
FROM published.grid_shapes g
WHERE g.edition_id = CAST(:edition AS uuid) AND g.code = :code;
