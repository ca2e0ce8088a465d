-- Purpose: the rows of an import joined again with the editions of their own times, in the order of the file
-- Parameters: import (uuid), layer, known, wider (text[]: layers that this one must cover)
-- Output: index, at, lon, lat, edition (null: none in force), codes that hold the point (sorted as Java sorts; null: none),
--   in_wider
-- Index relied on: primary key of mapdata.import_rows, grids_geom of grid.grids
SELECT r.index, r.at, ST_X(r.geom) AS lon, ST_Y(r.geom) AS lat, e.edition_id::text AS edition, held.codes,
       held.codes IS NULL AND EXISTS (
           SELECT 1
           FROM published.edition_times w
           JOIN published.grid_shapes g ON g.edition_id = w.edition_id
           WHERE w.layer = ANY (CAST(:wider AS text[])) AND w.valid @> r.at AND w.known @> CAST(:known AS timestamptz)
             AND ST_Covers(g.geom, r.geom)) AS in_wider
FROM mapdata.import_rows r
LEFT JOIN LATERAL (
    SELECT p.edition_id FROM published.edition_times p
    WHERE p.layer = :layer AND p.valid @> r.at AND p.known @> CAST(:known AS timestamptz)
    LIMIT 1) e ON true
LEFT JOIN LATERAL (
    SELECT array_agg(g.code ORDER BY g.code COLLATE "C") AS codes
    FROM published.grid_shapes g
    WHERE g.edition_id = e.edition_id AND ST_Covers(g.geom, r.geom)) held ON true
WHERE r.import_id = :import
ORDER BY r.index
