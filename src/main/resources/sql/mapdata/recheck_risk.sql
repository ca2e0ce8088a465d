-- Purpose: how near each case in the box of an edition lies to a border of its grids
-- Parameters: edition (uuid), since (exclusive), until (inclusive), accuracy (metres, for cases that came without)
-- Output: reach_m, meters (to the nearest border; null: none within the reach and a metre), by spot
-- Index relied on: incidents_geom, grids_geom of grid.grids
WITH box AS (
    SELECT ST_SetSRID(ST_Extent(g.geom)::geometry, 4326) AS geom FROM published.grid_shapes g
    WHERE g.edition_id = CAST(:edition AS uuid)
)
SELECT coalesce(i.accuracy_m, :accuracy) AS reach_m, near.meters
FROM published.incident_points i
JOIN box ON i.geom && box.geom
LEFT JOIN LATERAL (
    SELECT min(ST_Distance(ST_Boundary(g.geom)::geography, i.geom::geography)) AS meters
    FROM published.grid_shapes g
    WHERE g.edition_id = CAST(:edition AS uuid)
      AND g.geom && ST_Expand(i.geom, 2 * (coalesce(i.accuracy_m, :accuracy) + 1) / 111000.0)) near ON true
WHERE i.reported_at > CAST(:since AS timestamptz) AND i.reported_at <= CAST(:until AS timestamptz)
ORDER BY ST_X(i.geom), ST_Y(i.geom)
