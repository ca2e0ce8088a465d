-- Purpose: store one new place.
-- Parameters: code, kind, nameZh, nameEn, lon, lat (WGS 84), attributes, raw (JSON texts; raw or null).
-- Output: as find_place; no row when the code is taken. Index: places_pkey.
INSERT INTO place.places AS p (code, kind, name_zh, name_en, geom, attributes, raw)
VALUES (:code, :kind, :nameZh, :nameEn, ST_SetSRID(ST_MakePoint(:lon, :lat), 4326), CAST(:attributes AS jsonb),
        CAST(:raw AS jsonb))
ON CONFLICT (code) DO NOTHING
RETURNING code, kind, name_zh, name_en, ST_X(geom) AS lon, ST_Y(geom) AS lat, attributes::text AS attributes,
          created_at, updated_at, version, raw::text AS raw
