-- Purpose: a page of the orders of one outcome, in the order in which they came.
-- Parameters: outcome, after (id or null), limit. Output: a row an order. Index: orders_outcome.
SELECT id, source, number, file, file_row, received_at, outcome, reason::text AS reason, content::text AS content, incident_id,
       settled_at, settled_by, note
FROM intake.orders
WHERE outcome = :outcome AND (CAST(:after AS uuid) IS NULL OR id > CAST(:after AS uuid))
ORDER BY id
LIMIT :limit
