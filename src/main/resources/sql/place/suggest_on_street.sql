-- Purpose: the places of a street whose house numbers come nearest to one that no place has.
-- Parameters: street, number. Output: code, name_zh, name_en, lon, lat; at most 6. Index: places_street_number_idx.
SELECT code, name_zh, name_en, ST_X(geom) AS lon, ST_Y(geom) AS lat
FROM place.places
WHERE street = :street AND number_from IS NOT NULL
ORDER BY abs(number_from - CAST(:number AS integer)), code
LIMIT 6
