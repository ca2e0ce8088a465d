-- Purpose: what is known of the grids of one edition beside their shapes, as GeoJSON features with the box of each, one page by code
-- Parameters: edition; west, south, east, north (degrees; null: everywhere); after (code or null); code (the one grid, null: every one); limit
-- Output: code, feature (GeoJSON text)
-- Index relied on: primary key of grid.grids; grids_geom for a box
SELECT code,
       json_build_object(
           'type', 'Feature',
           'id', code,
           'bbox', json_build_array(
               round(ST_XMin(geom)::numeric, 6), round(ST_YMin(geom)::numeric, 6),
               round(ST_XMax(geom)::numeric, 6), round(ST_YMax(geom)::numeric, 6)),
           'geometry', NULL,
           'properties', json_build_object(
               'gridCode', code, 'name', name_zh, 'nameEn', name_en, 'parentCode', parent_code,
               'households', households, 'areaSquareMeters', round(area_m2::numeric, 1)))::text AS feature
FROM grid.grids
WHERE edition_id = :edition
  AND (CAST(:west AS double precision) IS NULL
       OR geom && ST_MakeEnvelope(:west, :south, :east, :north, 4326))
  AND (CAST(:after AS text) IS NULL OR code > :after)
  AND (CAST(:code AS text) IS NULL OR code = :code)
ORDER BY code
LIMIT :limit;
