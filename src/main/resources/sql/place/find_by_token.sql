-- Purpose: the notice board (or other place) whose QR code carries a token.
-- Parameters: token. Output: code, name_zh, name_en, lon, lat; at most one row. Index: places_token_key.
SELECT code, name_zh, name_en, ST_X(geom) AS lon, ST_Y(geom) AS lat
FROM place.places
WHERE token = :token
