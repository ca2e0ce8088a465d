-- Purpose: one place by its code.
-- Parameters: code. Output: as list_places. Index: places_pkey.
SELECT code, kind, name_zh, name_en, ST_X(geom) AS lon, ST_Y(geom) AS lat, attributes::text AS attributes,
       created_at, updated_at, version, raw::text AS raw
FROM place.places
WHERE code = :code
