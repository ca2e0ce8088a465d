-- The deadlines of some incidents that count, the earliest first. Parameters: incidents. Index: deadlines_incident_id_kind_key.
SELECT incident_id, kind, due, profile_version, provisional, met_at, fired_at
FROM dispatch.deadlines
WHERE incident_id = ANY (:incidents::uuid[]) AND dropped_at IS NULL
ORDER BY due, kind
