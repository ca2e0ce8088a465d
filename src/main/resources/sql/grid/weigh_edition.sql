-- Purpose: how many grids and vertices an edition has, before it is loaded
-- Parameters: edition
-- Output: grid_count, vertex_count, one row
-- Index relied on: primary keys of grid.editions and grid.grids
SELECT e.grid_count,
       coalesce(e.vertex_count,
                (SELECT sum(ST_NPoints(g.geom)) FROM grid.grids g WHERE g.edition_id = e.id)) AS vertex_count
FROM grid.editions e
WHERE e.id = :edition;
