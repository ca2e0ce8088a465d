-- Purpose: the lamp post that carries a printed number.
-- Parameters: number. Output: code, name_zh, name_en, lon, lat; at most two rows, two meaning ambiguous.
-- Index: places_pkey, places_lamp_post_idx.
SELECT code, name_zh, name_en, ST_X(geom) AS lon, ST_Y(geom) AS lat
FROM place.places
WHERE kind = 'lamp-post' AND (code = :number OR lamp_post = :number)
ORDER BY (code = :number) DESC, code
LIMIT 2
