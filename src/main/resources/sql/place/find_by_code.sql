-- Purpose: the place that a signed code was issued for, and whether the code was replaced
-- Parameters: serial (of a code whose signature was verified)
-- Output: code, name_zh, name_en, lon, lat, replaced_at (null: in force), reason; at most one row
-- Index: codes_pkey, places_pkey
SELECT p.code, p.name_zh, p.name_en, ST_X(p.geom) AS lon, ST_Y(p.geom) AS lat, c.replaced_at, c.reason
FROM place.codes c
JOIN place.places p ON p.code = c.place_code
WHERE c.serial = :serial
