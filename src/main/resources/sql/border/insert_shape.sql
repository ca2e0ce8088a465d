-- Stores where a gap or overlap lies in a scan.
-- Parameters, in order: scan_id, face_id, parent_code, inside, around, area_m2, street_m, wkb (Polygon, 4326). Output: row count.
-- Index: shapes_pkey.
INSERT INTO border.shapes (scan_id, face_id, parent_code, inside, around, area_m2, street_m, geom)
VALUES (?, ?, ?, ?, ?, ?, ?, ST_Multi(ST_GeomFromWKB(?, 4326)))
