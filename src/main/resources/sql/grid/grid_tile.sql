-- Purpose: one vector tile (MVT 2.1) of the grids of an edition: layer grid (polygons) and layer label (a point of each grid
--          that has room for its name at this zoom, in the one tile that holds it)
-- Parameters: edition; z, x, y (web Mercator tile)
-- Output: one bytea
-- Index relied on: grids_geom (gist)
WITH tile AS (
    -- the tile in web Mercator and, with the margin that lines at its edge need, in degrees; the side of a tile in metres
    SELECT ST_TileEnvelope(:z, :x, :y) AS web,
           ST_Transform(ST_TileEnvelope(:z, :x, :y, margin => 0.02), 4326) AS box,
           ST_Transform(ST_TileEnvelope(:z, :x, :y), 4326) AS degrees,
           40075016.68 / 2 ^ :z AS side_m,
           -- half a pixel of a screen is enough while grids are small
           CASE WHEN :z < 12 THEN 2048 ELSE 4096 END AS extent
),
found AS (
    -- neighbours share their vertices, so they are snapped to the same places and stay without a gap
    SELECT g.code, g.name_zh, g.name_en, g.parent_code, g.households, g.area_m2, g.geom,
           ST_AsMVTGeom(ST_Transform(g.geom, 3857), tile.web, tile.extent, tile.extent / 50, true) AS shape
    FROM grid.grids g, tile
    WHERE g.edition_id = :edition AND g.geom && tile.box
),
named AS (
    -- a name needs about a sixth of the tile's side
    SELECT f.code, f.name_zh, f.name_en,
           ST_AsMVTGeom(ST_Transform(spot.geom, 3857), tile.web, tile.extent, 0, true) AS shape
    FROM found f, tile, LATERAL (SELECT ST_PointOnSurface(f.geom) AS geom) spot
    WHERE sqrt(f.area_m2) > tile.side_m * 0.17 AND f.shape IS NOT NULL AND spot.geom && tile.degrees
)
SELECT coalesce((SELECT ST_AsMVT(t, 'grid', (SELECT extent FROM tile), 'shape')
                 FROM (SELECT code, name_zh, name_en, parent_code, households, round(area_m2) AS area_m2, shape
                       FROM found WHERE shape IS NOT NULL ORDER BY code) t), ''::bytea)
    || coalesce((SELECT ST_AsMVT(t, 'label', (SELECT extent FROM tile), 'shape')
                 FROM (SELECT code, name_zh, name_en, shape FROM named WHERE shape IS NOT NULL ORDER BY code) t), ''::bytea)
