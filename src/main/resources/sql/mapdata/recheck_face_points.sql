-- Purpose: the doors and cases in the faces of one scan, each once, with the faces and the grids that hold it
-- Parameters: scan, edition (uuid), since (exclusive), until (inclusive)
-- Output: lon, lat, gaps, overlaps (ids, sorted; null: none), held (grid codes, sorted; null: none); doors first, then by spot
-- Index relied on: shapes_geom through the view, places_geom_gist, incidents_geom, grids_geom
WITH points AS (
    SELECT 0 AS kind, d.code AS ref, d.geom FROM published.doors d
    UNION ALL
    SELECT 1, i.number, i.geom FROM published.incident_points i
    WHERE i.reported_at > CAST(:since AS timestamptz) AND i.reported_at <= CAST(:until AS timestamptz)
),
found AS (
    SELECT p.kind, p.ref, p.geom,
           array_agg(f.face_id ORDER BY f.face_id) FILTER (WHERE f.kind = 'GAP') AS gaps,
           array_agg(f.face_id ORDER BY f.face_id) FILTER (WHERE f.kind = 'OVERLAP') AS overlaps
    FROM published.register_faces f
    JOIN points p ON p.geom && f.geom AND ST_Covers(f.geom, p.geom)
    WHERE f.scan_id = :scan
    GROUP BY p.kind, p.ref, p.geom
)
SELECT ST_X(p.geom) AS lon, ST_Y(p.geom) AS lat, p.gaps, p.overlaps, held.codes AS held
FROM found p
LEFT JOIN LATERAL (
    SELECT array_agg(g.code ORDER BY g.code COLLATE "C") AS codes
    FROM published.grid_shapes g
    WHERE g.edition_id = CAST(:edition AS uuid) AND ST_Covers(g.geom, p.geom)) held ON true
ORDER BY p.kind, lon, lat, p.ref
