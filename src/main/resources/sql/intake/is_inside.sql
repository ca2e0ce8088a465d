-- Purpose: whether an order lies, or may lie, on a ground.
-- Parameters: id, ground (WKB). Output: boolean; no row where there is no such order. Index: orders_pkey.
SELECT intake.lies_on(o, ST_GeomFromWKB(CAST(:ground AS bytea), 4326))
FROM intake.orders o
WHERE o.id = :id
