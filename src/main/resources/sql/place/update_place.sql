-- Purpose: change everything but the code of one place that the transaction holds (lock_place).
-- Parameters: code, kind, nameZh, nameEn, lon, lat (WGS 84), attributes, raw (JSON texts; raw or null).
-- Output: as find_place. Index: places_pkey.
UPDATE place.places
SET kind = :kind, name_zh = :nameZh, name_en = :nameEn, geom = ST_SetSRID(ST_MakePoint(:lon, :lat), 4326),
    attributes = CAST(:attributes AS jsonb), raw = CAST(:raw AS jsonb), updated_at = now(), version = version + 1
WHERE code = :code
RETURNING code, kind, name_zh, name_en, ST_X(geom) AS lon, ST_Y(geom) AS lat, attributes::text AS attributes,
          created_at, updated_at, version, raw::text AS raw
