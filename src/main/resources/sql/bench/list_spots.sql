-- Purpose: one inner point of each micro-grid in force
-- Parameters: none
-- Output: lon, lat
-- Index relied on: none
SELECT ST_X(spot), ST_Y(spot)
FROM (SELECT ST_PointOnSurface(g.geom) AS spot
      FROM grid.grids g JOIN grid.edition_periods p USING (edition_id)
      WHERE p.layer = 'micro-grid' AND upper_inf(p.known) AND p.valid @> now()) AS inner_points;
