-- Purpose: the doors and cases in the box of two editions with the grids that hold them in each
-- Parameters: before, after (uuids of editions), since (exclusive), until (inclusive)
-- Output: before_codes, after_codes (sorted; null: none); doors first, then by spot
-- Index relied on: grids_geom of grid.grids, places_geom_gist, incidents_geom
WITH box AS (
    SELECT ST_SetSRID(ST_Extent(g.geom)::geometry, 4326) AS geom FROM published.grid_shapes g
    WHERE g.edition_id IN (CAST(:before AS uuid), CAST(:after AS uuid))
),
points AS (
    SELECT 0 AS kind, d.geom FROM published.doors d, box WHERE d.geom && box.geom
    UNION ALL
    SELECT 1, i.geom FROM published.incident_points i, box
    WHERE i.geom && box.geom
      AND i.reported_at > CAST(:since AS timestamptz) AND i.reported_at <= CAST(:until AS timestamptz)
)
SELECT old.codes AS before_codes, new.codes AS after_codes
FROM points p
LEFT JOIN LATERAL (
    SELECT array_agg(g.code ORDER BY g.code COLLATE "C") AS codes FROM published.grid_shapes g
    WHERE g.edition_id = CAST(:before AS uuid) AND ST_Covers(g.geom, p.geom)) old ON true
LEFT JOIN LATERAL (
    SELECT array_agg(g.code ORDER BY g.code COLLATE "C") AS codes FROM published.grid_shapes g
    WHERE g.edition_id = CAST(:after AS uuid) AND ST_Covers(g.geom, p.geom)) new ON true
ORDER BY p.kind, ST_X(p.geom), ST_Y(p.geom)
