-- Purpose: one place by its code, held until the end of the transaction, for a change.
-- Parameters: code. Output: as find_place. Index: places_pkey.
SELECT code, kind, name_zh, name_en, ST_X(geom) AS lon, ST_Y(geom) AS lat, attributes::text AS attributes,
       created_at, updated_at, version, raw::text AS raw
FROM place.places
WHERE code = :code
FOR NO KEY UPDATE
