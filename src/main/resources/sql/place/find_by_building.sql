-- Purpose: the spots of a building number, one row an estate; the unit that was said comes first, then a building before its
-- stairwells.
-- Parameters: building, estate (estate, lane or street; null: any), unit (or null).
-- Output: code, name_zh, name_en, lon, lat; two rows or more mean that the estate must be named; at most 20 rows.
-- Index: places_building_idx.
-- spots: the first place of each estate.
WITH spots AS (
    SELECT DISTINCT ON (coalesce(estate, lane, street)) estate, code, name_zh, name_en, geom
    FROM place.places
    WHERE building = :building
      AND (CAST(:estate AS text) IS NULL OR estate = :estate OR lane = :estate OR street = :estate)
    ORDER BY coalesce(estate, lane, street), (unit IS NOT DISTINCT FROM CAST(:unit AS text)) DESC, (kind = 'building') DESC,
             (kind = 'stairwell') DESC, code
)
SELECT code, name_zh, name_en, ST_X(geom) AS lon, ST_Y(geom) AS lat
FROM spots
ORDER BY code
LIMIT 20
