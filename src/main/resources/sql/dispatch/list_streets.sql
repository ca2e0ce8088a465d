-- The centre lines of all streets, to be held in memory as a graph. Output: wkb (lines, lon/lat). Index: none (all rows).
SELECT ST_AsBinary(geom) AS wkb
FROM published.streets
ORDER BY id
