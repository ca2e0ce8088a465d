-- Puts open tasks and deadlines of an incident back to what was kept of them.
-- Parameters, in order: incident. Index: undo_images_pkey, tasks_pkey, deadlines_incident_id_kind_key.
WITH image AS (
    SELECT incident_id, tasks, deadlines FROM dispatch.undo_images WHERE incident_id = ?::uuid
),
tasks AS (
    UPDATE dispatch.tasks t
    SET state = b.state, accepted_at = b.accepted_at, arrived_at = b.arrived_at, ended_at = NULL, reason = b.reason,
        version = t.version + 1
    FROM image, jsonb_populate_recordset(NULL::dispatch.tasks, image.tasks) AS b
    WHERE t.id = b.id AND t.ended_at IS NOT NULL
)
UPDATE dispatch.deadlines d
SET met_at = b.met_at, dropped_at = b.dropped_at, ring_at = b.ring_at
FROM image, jsonb_populate_recordset(NULL::dispatch.deadlines, image.deadlines) AS b
WHERE d.incident_id = image.incident_id AND d.kind = b.kind
