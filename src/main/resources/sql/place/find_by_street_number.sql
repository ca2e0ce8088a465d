-- Purpose: places on a street whose house numbers meet a range, the one nearest the middle of the range first.
-- Parameters: street, numberFrom, numberTo. Output: code, name_zh, name_en, lon, lat; at most one row.
-- Index: places_street_number_idx.
SELECT code, name_zh, name_en, ST_X(geom) AS lon, ST_Y(geom) AS lat
FROM place.places
WHERE street = :street
  AND number_from <= :numberTo
  AND number_to >= :numberFrom
ORDER BY abs((number_from + number_to) - (CAST(:numberFrom AS integer) + CAST(:numberTo AS integer))),
         (kind = 'building') DESC, code
LIMIT 1
