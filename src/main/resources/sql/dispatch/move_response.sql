-- Takes the open tasks of an incident to a state (null: leaves them) and marks deadlines met.
-- Parameters: incident, state, met (kinds of deadlines), at. Output: next_due, the earliest deadline left, or null.
-- Index: tasks_incident, deadlines_incident_id_kind_key.
WITH moved AS (
    UPDATE dispatch.tasks
    SET state = :state::text, ended_at = CASE WHEN :state::text = 'CLOSED' THEN :at::timestamptz END
    WHERE incident_id = :incident AND ended_at IS NULL AND :state::text IS NOT NULL
),
met AS (
    UPDATE dispatch.deadlines SET met_at = :at::timestamptz
    WHERE incident_id = :incident AND met_at IS NULL AND kind = ANY (:met::text[])
)
SELECT min(due) AS next_due
FROM dispatch.deadlines
WHERE incident_id = :incident AND met_at IS NULL AND kind <> ALL (:met::text[])
