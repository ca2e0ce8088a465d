-- Purpose: the shape of every grid of one edition, for a locator without a map
-- Parameters: edition
-- Output: code, wkb
-- Index relied on: primary key of grid.grids
SELECT code, ST_AsBinary(geom) AS wkb
FROM grid.grids
WHERE edition_id = ?
ORDER BY code;
