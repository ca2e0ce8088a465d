-- Purpose: the grids of every layer that share ground with the areas of a broadcast, so that whoever subscribed to one hears of it
-- Parameters: id (broadcast), editions (of all layers, in force now)
-- Output: code
-- Index relied on: broadcast_areas of one broadcast; grids_geom_gist through the view
SELECT DISTINCT s.code
FROM notice.broadcast_areas a
JOIN published.grid_shapes s ON ST_Intersects(s.geom, a.geom) AND NOT ST_Touches(s.geom, a.geom)
WHERE a.broadcast_id = CAST(:id AS uuid) AND s.edition_id = ANY (CAST(:editions AS uuid[]))
ORDER BY s.code
