-- Purpose: the box round the micro-grids in force
-- Parameters: none
-- Output: west, south, east, north (degrees)
-- Index relied on: none
SELECT ST_XMin(extent), ST_YMin(extent), ST_XMax(extent), ST_YMax(extent)
FROM (SELECT ST_Extent(g.geom) AS extent
      FROM grid.grids g JOIN grid.edition_periods p USING (edition_id)
      WHERE p.layer = 'micro-grid' AND upper_inf(p.known) AND p.valid @> now()) AS city;
