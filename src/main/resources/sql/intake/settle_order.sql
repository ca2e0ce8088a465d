-- Purpose: say what a person made of a held order.
-- Parameters: id, number, outcome, incident (or null), note (or null), settledBy. Output: none that is read. Index: orders_pkey.
UPDATE intake.orders
SET number = :number, outcome = :outcome, incident_id = CAST(:incident AS uuid), note = :note, settled_by = :settledBy,
    settled_at = clock_timestamp()
WHERE id = :id
