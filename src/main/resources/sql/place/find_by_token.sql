-- Purpose: the notice board (or other place) whose QR code carries an unsigned token, and whether the token was retired.
-- Parameters: token. Output: code, name_zh, name_en, lon, lat, replaced_at (null: in force), reason; at most one row.
-- Index: places_token_key, retired_tokens_pkey.
SELECT p.code, p.name_zh, p.name_en, ST_X(p.geom) AS lon, ST_Y(p.geom) AS lat, r.retired_at AS replaced_at, r.reason
FROM place.places p
LEFT JOIN place.retired_tokens r ON r.token = p.token
WHERE p.token = :token
