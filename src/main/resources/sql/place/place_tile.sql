-- Purpose: one vector tile (MVT 2.1) of places of some kinds: layer place, a point each; where they would lie on each other,
--          one point for all of a kind in a cell, with their number
-- Parameters: kinds (text array); until (only places stored by then; null: all); z, x, y (web Mercator tile); cells (of a tile's side; 0:
--             every place by itself)
-- Output: one bytea
-- Index relied on: places_geom_gist
WITH tile AS (
    -- the tile in web Mercator and in degrees
    SELECT ST_TileEnvelope(:z, :x, :y) AS web, ST_Transform(ST_TileEnvelope(:z, :x, :y), 4326) AS box
),
found AS (
    SELECT p.code, p.kind, p.name_zh, p.name_en, ST_AsMVTGeom(ST_Transform(p.geom, 3857), tile.web, 4096, 0, true) AS shape
    FROM place.places p, tile
    WHERE p.geom && tile.box AND p.kind = ANY(CAST(:kinds AS text[])) AND (CAST(:until AS timestamptz) IS NULL OR p.created_at <= :until)
),
counted AS (
    -- places of a kind in one cell
    SELECT kind, count(*) AS n, min(code) AS code, min(name_zh) AS name_zh, min(name_en) AS name_en,
           ST_Centroid(ST_Collect(shape)) AS shape
    FROM found
    WHERE shape IS NOT NULL
    GROUP BY kind, CASE WHEN :cells = 0 THEN code
                        ELSE floor(ST_X(shape) * :cells / 4096) || '/' || floor(ST_Y(shape) * :cells / 4096) END
)
SELECT coalesce((SELECT ST_AsMVT(t, 'place', 4096, 'shape')
                 FROM (SELECT kind, n, CASE WHEN n = 1 THEN code END AS code, CASE WHEN n = 1 THEN name_zh END AS name_zh,
                              CASE WHEN n = 1 THEN name_en END AS name_en, shape
                       FROM counted ORDER BY kind, counted.code) t), ''::bytea)
