-- Purpose: one page of places in the order of their codes.
-- Parameters: kind (text or null), west/south/east/north (degrees or null: everywhere), pattern (ILIKE pattern or null),
--   after (the last code of the page before, or ''), limit (rows).
-- Output: code, kind, name_zh, name_en, lon, lat, attributes, created_at, updated_at, version, raw.
-- Index: places_pkey for the order; places_kind_code_idx with a kind; places_geom_gist with a small box.
SELECT code, kind, name_zh, name_en, ST_X(geom) AS lon, ST_Y(geom) AS lat, attributes::text AS attributes,
       created_at, updated_at, version, raw::text AS raw
FROM place.places
WHERE code > :after
  AND (CAST(:kind AS text) IS NULL OR kind = :kind)
  AND (CAST(:west AS double precision) IS NULL OR geom && ST_MakeEnvelope(:west, :south, :east, :north, 4326))
  AND (CAST(:pattern AS text) IS NULL OR code ILIKE :pattern OR name_zh ILIKE :pattern OR name_en ILIKE :pattern
       OR address ILIKE :pattern)
ORDER BY code
LIMIT :limit
