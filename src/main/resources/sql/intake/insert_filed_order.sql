-- Purpose: note an order that was filed as an incident.
-- Parameters: id, source, number, digest, file, row, receivedBy, reason, content (JSON texts; reason null), incident.
-- Output: none that is read; a second order with this number or content is refused. Index: orders_filed, orders_source_digest_key.
INSERT INTO intake.orders (id, source, number, digest, file, file_row, received_by, outcome, reason, content, incident_id)
VALUES (:id, :source, :number, :digest, :file, :row, :receivedBy, 'FILED', CAST(:reason AS jsonb), CAST(:content AS jsonb),
        CAST(:incident AS uuid))
