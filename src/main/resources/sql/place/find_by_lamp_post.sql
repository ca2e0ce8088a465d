-- Purpose: the lamp post that carries a printed number.
-- Parameters: numbers (the ways to write it). Output: code, name_zh, name_en, lon, lat; codes first; two rows or more mean
-- ambiguous, at most 6. Index: places_pkey, places_lamp_post_idx.
SELECT code, name_zh, name_en, ST_X(geom) AS lon, ST_Y(geom) AS lat
FROM place.places
WHERE kind = 'lamp-post' AND (code = ANY (:numbers) OR lamp_post = ANY (:numbers))
ORDER BY (code = ANY (:numbers)) DESC, code
LIMIT 6
