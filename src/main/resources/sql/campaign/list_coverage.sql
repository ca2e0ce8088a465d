-- Purpose: places of a kind, each with the nearest place of another kind within reach, and whether a planned point is
-- Parameters: of, by (kinds), meters, campaign (null: none planned), grid and edition (null: everywhere)
-- Output: code, name_zh, name_en, lon, lat, nearest_m (null: none within reach), planned
-- Index relied on: places_kind_code_idx, places_geom_gist, items_geom
SELECT s.code, s.name_zh, s.name_en, ST_X(s.geom) AS lon, ST_Y(s.geom) AS lat, near.nearest_m,
       EXISTS (
            SELECT 1 FROM campaign.items i
            WHERE i.campaign_id = CAST(:campaign AS uuid) AND i.state <> 'DROPPED'
              AND i.geom && box.geom AND ST_DWithin(i.geom::geography, s.geom::geography, :meters)) AS planned
FROM published.spots s
CROSS JOIN LATERAL (
    SELECT ST_Expand(s.geom, :meters / 111000.0 / greatest(0.1, cos(radians(ST_Y(s.geom)))), :meters / 110000.0) AS geom
) AS box
CROSS JOIN LATERAL (
    SELECT min(ST_Distance(c.geom::geography, s.geom::geography)) AS nearest_m
    FROM published.spots c
    WHERE c.kind = :by AND c.geom && box.geom AND ST_DWithin(c.geom::geography, s.geom::geography, :meters)
) AS near
WHERE s.kind = :of
  AND (CAST(:edition AS uuid) IS NULL OR EXISTS (
        SELECT 1 FROM published.grid_shapes g
        WHERE g.edition_id = CAST(:edition AS uuid) AND g.code = CAST(:grid AS text) AND ST_Covers(g.geom, s.geom)))
ORDER BY s.code;
