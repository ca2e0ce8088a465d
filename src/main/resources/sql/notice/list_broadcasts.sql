-- Purpose: broadcasts, the latest first, with their area
-- Parameters: id, state, before (the last id of the page before), rows; null ones do not filter
-- Output: the columns of notice.broadcasts, area (GeoJSON text), grid_codes
-- Index relied on: primary key of notice.broadcasts (ids grow with time)
SELECT b.*, a.area, a.grid_codes
FROM notice.broadcasts b
LEFT JOIN LATERAL (
    SELECT ST_AsGeoJSON(ST_CollectionExtract(ST_Collect(p.geom ORDER BY p.part), 3), 9) AS area,
           array_remove(array_agg(p.grid_code ORDER BY p.part), NULL) AS grid_codes
    FROM notice.broadcast_areas p
    WHERE p.broadcast_id = b.id
) AS a ON true
WHERE (CAST(:id AS uuid) IS NULL OR b.id = CAST(:id AS uuid))
  AND (CAST(:state AS text) IS NULL OR b.state = CAST(:state AS text))
  AND (CAST(:before AS uuid) IS NULL OR b.id < CAST(:before AS uuid))
ORDER BY b.id DESC
LIMIT :rows;
