-- Purpose: the centre lines of all streets, to be held in memory
-- Parameters: none
-- Output: wkb
-- Index relied on: none (all rows)
SELECT ST_AsBinary(geom) AS wkb
FROM published.streets;
