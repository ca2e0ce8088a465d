-- Purpose: places whose name, street, estate or lane is like a text, for a question back; those of the building first.
-- Parameters: pattern (LIKE pattern), building (or null). Output: code, name_zh, name_en, lon, lat; at most 8.
-- Index: none; read only where an address was not found.
SELECT code, name_zh, name_en, ST_X(geom) AS lon, ST_Y(geom) AS lat
FROM place.places
WHERE name_zh LIKE :pattern OR street LIKE :pattern OR estate LIKE :pattern OR lane LIKE :pattern
ORDER BY (building IS NOT DISTINCT FROM CAST(:building AS text)) DESC, length(name_zh), code
LIMIT 8
