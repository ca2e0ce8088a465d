-- Purpose: one order by its id, locked until the end of the transaction.
-- Parameters: id. Output: as list_orders. Index: orders_pkey.
SELECT id, source, number, file, file_row, received_at, outcome, reason::text AS reason, content::text AS content, incident_id,
       settled_at, settled_by, note
FROM intake.orders
WHERE id = :id
FOR UPDATE
