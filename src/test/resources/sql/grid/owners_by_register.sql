-- Purpose: an independent answer to "which grids hold the point at that time as known then", straight from the register
-- Parameters: layer, at, known_at, lon, lat
-- Output: code, the lowest first
-- Index relied on: edition_periods_edition
SELECT g.code
FROM grid.edition_periods p
JOIN grid.grids g ON g.edition_id = p.edition_id
WHERE p.layer = :layer
  AND p.valid @> CAST(:at AS timestamptz)
  AND p.known @> CAST(:known_at AS timestamptz)
  AND ST_Covers(g.geom, ST_SetSRID(ST_MakePoint(:lon, :lat), 4326))
ORDER BY g.code COLLATE "C";
