-- Purpose: a page of the orders of one outcome on a ground, in the order in which they came.
-- Parameters: outcome, after (id or null), limit, ground (WKB, null: everywhere). Output: a row an order. Index: orders_outcome.
SELECT o.id, o.source, o.number, o.file, o.file_row, o.received_at, o.outcome, o.reason::text AS reason,
       o.content::text AS content, o.incident_id, o.settled_at, o.settled_by, o.note
FROM intake.orders o
WHERE o.outcome = :outcome AND (CAST(:after AS uuid) IS NULL OR o.id > CAST(:after AS uuid))
  AND intake.lies_on(o, ST_GeomFromWKB(CAST(:ground AS bytea), 4326))
ORDER BY o.id
LIMIT :limit
