-- Purpose: the grids of one edition as GeoJSON features, one page by code
-- Parameters: edition; west, south, east, north (degrees; null: everywhere); after (code or null); code (the one grid, null: every one); limit; digits (of coordinates)
-- Output: code, feature (GeoJSON text)
-- Index relied on: primary key of grid.grids; grids_geom for a box
SELECT code,
       json_build_object(
           'type', 'Feature',
           'id', code,
           'geometry', ST_AsGeoJSON(geom, :digits)::json,
           'properties', json_build_object(
               'gridCode', code, 'name', name_zh, 'nameEn', name_en, 'parentCode', parent_code,
               'households', households, 'areaSquareMeters', round(area_m2::numeric, 1),
               'edition', edition_id))::text AS feature
FROM grid.grids
WHERE edition_id = :edition
  AND (CAST(:west AS double precision) IS NULL
       OR geom && ST_MakeEnvelope(:west, :south, :east, :north, 4326))
  AND (CAST(:after AS text) IS NULL OR code > :after)
  AND (CAST(:code AS text) IS NULL OR code = :code)
ORDER BY code
LIMIT :limit;
