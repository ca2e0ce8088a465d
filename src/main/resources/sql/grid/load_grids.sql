-- Purpose: every grid of one edition with its shape, to be held in memory
-- Parameters: edition
-- Output: code, name_zh, name_en, parent_code, households, wkb
-- Index relied on: primary key of grid.grids
SELECT code, name_zh, name_en, parent_code, households, ST_AsBinary(geom) AS wkb
FROM grid.grids
WHERE edition_id = :edition
ORDER BY code;
