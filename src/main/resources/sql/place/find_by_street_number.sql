-- Purpose: the places on a street whose house numbers meet a range, in the order of their numbers, buildings first.
-- Parameters: street, numberFrom, numberTo. Output: code, name_zh, name_en, lon, lat, number_from, number_to; at most 500.
-- Index: places_street_number_idx.
SELECT code, name_zh, name_en, ST_X(geom) AS lon, ST_Y(geom) AS lat, number_from, number_to
FROM place.places
WHERE street = :street
  AND number_from <= :numberTo
  AND number_to >= :numberFrom
ORDER BY number_from, number_to, (kind = 'building') DESC, code
LIMIT 500
