-- Purpose: which grids of one edition hold each point of the block, and whether wider layers' editions hold it
-- Parameters: edition (uuid), wider editions (uuid[])
-- Output: id, codes (sorted as Java sorts; null: none), whether a wider layer holds the point
-- Index relied on: grids_geom of grid.grids
SELECT p.id, held.codes,
       held.codes IS NULL AND EXISTS (
           SELECT 1 FROM published.grid_shapes w WHERE w.edition_id = ANY (?) AND ST_Covers(w.geom, p.geom)) AS in_wider
FROM recheck_points p
LEFT JOIN LATERAL (
    SELECT array_agg(g.code ORDER BY g.code COLLATE "C") AS codes
    FROM published.grid_shapes g
    WHERE g.edition_id = ? AND ST_Covers(g.geom, p.geom)) held ON true
ORDER BY p.id
