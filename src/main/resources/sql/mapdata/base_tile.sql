-- One vector tile (MVT 2.1) of the base map: layers water, green, land_use, building, street, place.
-- Parameters: z, x, y (web Mercator tile). Output: one bytea. Index relied on: features_geom (gist).
WITH
-- The tile in web Mercator, and a little more than it in degrees.
tile AS (
    SELECT ST_TileEnvelope(:z, :x, :y) AS web,
           ST_Transform(ST_TileEnvelope(:z, :x, :y, margin => 0.02), 4326) AS box
),
-- What this zoom shows here; shapes smaller than a pixel are left out, outlines thinned to half a pixel.
found AS (
    SELECT f.theme, f.class, f.rank,
           CASE WHEN :z >= 11 OR f.rank <= 2 THEN f.name_zh ELSE '' END AS name_zh,
           CASE WHEN :z >= 11 OR f.rank <= 2 THEN f.name_en ELSE '' END AS name_en,
           ST_AsMVTGeom(
               ST_Transform(
                   CASE WHEN :z < 14 THEN ST_Simplify(f.geom, 180.0 / (512 * 2 ^ :z)) ELSE f.geom END, 3857),
               tile.web, 4096, 80, true) AS geom
    FROM mapdata.features f, tile
    WHERE f.geom && tile.box AND f.min_zoom <= :z
),
-- Pieces of one class and name become one feature; big areas first, so that small ones are drawn on top.
merged AS (
    SELECT theme, class, min(rank) AS rank, name_zh, name_en, ST_CollectionHomogenize(ST_Collect(geom)) AS geom
    FROM found
    WHERE geom IS NOT NULL
    GROUP BY theme, class, name_zh, name_en
)
SELECT coalesce((SELECT ST_AsMVT(t, 'water', 4096, 'geom')
                 FROM (SELECT class, rank, name_zh, name_en, geom FROM merged WHERE theme = 'water'
                       ORDER BY rank, name_en) t), ''::bytea)
    || coalesce((SELECT ST_AsMVT(t, 'green', 4096, 'geom')
                 FROM (SELECT class, rank, name_zh, name_en, geom FROM merged WHERE theme = 'green'
                       ORDER BY rank, name_en) t), ''::bytea)
    || coalesce((SELECT ST_AsMVT(t, 'land_use', 4096, 'geom')
                 FROM (SELECT class, rank, geom FROM merged WHERE theme = 'land-use' ORDER BY class) t), ''::bytea)
    || coalesce((SELECT ST_AsMVT(t, 'building', 4096, 'geom')
                 FROM (SELECT class, geom FROM merged WHERE theme = 'building' ORDER BY class) t), ''::bytea)
    || coalesce((SELECT ST_AsMVT(t, 'street', 4096, 'geom')
                 FROM (SELECT class, rank, name_zh, name_en, geom FROM merged WHERE theme = 'street'
                       ORDER BY rank, name_en) t), ''::bytea)
    || coalesce((SELECT ST_AsMVT(t, 'place', 4096, 'geom')
                 FROM (SELECT class, rank, name_zh, name_en, geom FROM merged WHERE theme = 'place'
                       ORDER BY rank, name_en) t), ''::bytea)
FROM tile
