-- Purpose: store a part of the area of a broadcast that was drawn
-- Parameters: id, part, shape (WKB)
-- Output: row count
-- Index relied on: none
INSERT INTO notice.broadcast_areas (broadcast_id, part, geom)
VALUES (:id, :part, ST_Multi(ST_SetSRID(ST_GeomFromWKB(CAST(:shape AS bytea)), 4326)));
