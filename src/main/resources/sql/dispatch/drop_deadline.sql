-- A deadline no longer counts. Parameters: incident, kind, cause, actor, reason. Index: deadlines_incident_id_kind_key.
WITH kept AS (
    INSERT INTO dispatch.deadline_changes (incident_id, kind, at, cause, actor, reason, due_before, provisional_before)
    SELECT incident_id, kind, clock_timestamp(), :cause, :actor, :reason, due, provisional
    FROM dispatch.deadlines
    WHERE incident_id = :incident AND kind = :kind AND met_at IS NULL AND dropped_at IS NULL
)
UPDATE dispatch.deadlines SET dropped_at = clock_timestamp(), ring_at = NULL
WHERE incident_id = :incident AND kind = :kind AND met_at IS NULL AND dropped_at IS NULL
