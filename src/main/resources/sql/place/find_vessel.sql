-- Purpose: a vessel by its code, name, printed number or MMSI.
-- Parameters: text. Output: code, name_zh, name_en, lon, lat (its last known position); two rows or more mean ambiguous, at most 6.
-- Index: places_kind_code_idx.
SELECT code, name_zh, name_en, ST_X(geom) AS lon, ST_Y(geom) AS lat
FROM place.places
WHERE kind = 'vessel'
  AND (code = :text OR name_zh = :text OR lower(name_en) = lower(:text)
       OR attributes ->> 'number' = :text OR attributes ->> 'mmsi' = :text)
ORDER BY code
LIMIT 6
