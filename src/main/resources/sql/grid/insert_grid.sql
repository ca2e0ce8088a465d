-- Purpose: store one grid of an edition
-- Parameters: edition, code, name_zh, name_en, parent_code, households, attributes (JSON text), wkb (MultiPolygon, 4326)
-- Output: row count
-- Index relied on: primary key of grid.grids
INSERT INTO grid.grids (edition_id, code, name_zh, name_en, parent_code, households, area_m2, attributes, geom)
SELECT ?, ?, ?, ?, ?, ?, ST_Area(shape.geom::geography), CAST(? AS jsonb), shape.geom
FROM (SELECT ST_GeomFromWKB(?, 4326) AS geom) AS shape;
