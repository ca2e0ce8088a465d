-- Purpose: an independent PostGIS join of the incidents to the beats, beside what was stored for each, row by row
-- Parameters: none
-- Output: rows; equal (stored owner is the lowest code that covers the point, or both none); differing
-- Index relied on: grids_geom
WITH beats AS (
    -- the one edition of the layer
    SELECT g.code, g.geom
    FROM grid.grids g JOIN grid.editions e ON e.id = g.edition_id
    WHERE e.layer = 'beat'),
joined AS (
    -- every incident since the edition with the answer of the join and the stored one
    SELECT i.id,
           (SELECT min(b.code COLLATE "C") FROM beats b WHERE ST_Covers(b.geom, i.geom)) AS by_join,
           (SELECT p.grid_code FROM incident.incident_grids p WHERE p.incident_id = i.id AND p.layer = 'beat') AS stored
    FROM incident.incidents i
    WHERE i.occurred_at >= TIMESTAMPTZ '2012-12-19 00:00:00-06')
SELECT count(*) AS rows,
       count(*) FILTER (WHERE by_join IS NOT DISTINCT FROM stored) AS equal,
       count(*) FILTER (WHERE by_join IS DISTINCT FROM stored) AS differing
FROM joined;
