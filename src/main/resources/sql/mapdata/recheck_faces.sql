-- Purpose: the gaps and overlaps of one scan with their ground measured again and the grids that hold it found again
-- Parameters: scan, edition (uuid)
-- Output: face_id, area_m2 (stored), measured_m2, inside (stored codes), held (codes that hold a point in it; null: none)
-- Index relied on: shapes_pkey through the view, grids_geom of grid.grids
SELECT f.face_id, f.area_m2, ST_Area(ST_Segmentize(f.geom, 0.0005)::geography) AS measured_m2, f.inside, held.codes AS held
FROM published.register_faces f
LEFT JOIN LATERAL (
    SELECT array_agg(g.code ORDER BY g.code COLLATE "C") AS codes
    FROM published.grid_shapes g
    WHERE g.edition_id = CAST(:edition AS uuid) AND ST_Covers(g.geom, ST_PointOnSurface(f.geom))) held ON true
WHERE f.scan_id = :scan
ORDER BY f.face_id
