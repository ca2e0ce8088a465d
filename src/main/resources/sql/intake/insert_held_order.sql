-- Purpose: keep an order for a person; one with this content that is there already stays.
-- Parameters: id, source, number, digest, file, row, receivedBy, reason, content (JSON texts), incident (null).
-- Output: none that is read. Index: orders_source_digest_key.
INSERT INTO intake.orders (id, source, number, digest, file, file_row, received_by, outcome, reason, content, incident_id)
VALUES (:id, :source, :number, :digest, :file, :row, :receivedBy, 'HELD', CAST(:reason AS jsonb), CAST(:content AS jsonb),
        CAST(:incident AS uuid))
ON CONFLICT (source, digest) DO NOTHING
