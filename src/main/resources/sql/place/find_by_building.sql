-- Purpose: the spots of a building number, one row an estate; a building itself comes before its stairwells.
-- Parameters: building, estate (text or null: any estate).
-- Output: code, name_zh, name_en, lon, lat; two rows or more mean that the estate must be named; at most 20 rows.
-- Index: places_building_idx.
-- spots: the first place of each estate.
WITH spots AS (
    SELECT DISTINCT ON (estate) estate, code, name_zh, name_en, geom
    FROM place.places
    WHERE building = :building AND (CAST(:estate AS text) IS NULL OR estate = :estate)
    ORDER BY estate, (kind = 'building') DESC, (kind = 'stairwell') DESC, code
)
SELECT code, name_zh, name_en, ST_X(geom) AS lon, ST_Y(geom) AS lat
FROM spots
ORDER BY code
LIMIT 20
