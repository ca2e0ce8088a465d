-- Marks deadlines that passed unmet as fired, each once however many servers look, by the clock of the database.
-- Parameters: most (rows at a time). Output: one row a deadline fired. Index: deadlines_pending.
WITH late AS (
    SELECT id FROM dispatch.deadlines
    WHERE met_at IS NULL AND fired_at IS NULL AND dropped_at IS NULL AND due <= clock_timestamp()
    ORDER BY due
    LIMIT :most
    FOR UPDATE SKIP LOCKED
)
UPDATE dispatch.deadlines d SET fired_at = clock_timestamp()
FROM late
WHERE d.id = late.id
RETURNING d.incident_id, d.kind, d.due, d.fired_at,
          (SELECT t.number FROM dispatch.tasks t WHERE t.incident_id = d.incident_id LIMIT 1) AS number
