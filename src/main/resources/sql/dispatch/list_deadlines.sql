-- The deadlines of some incidents, the earliest first. Parameters: incidents. Index: deadlines_incident_id_kind_key.
SELECT incident_id, kind, due, profile_version, provisional, met_at, fired_at
FROM dispatch.deadlines
WHERE incident_id = ANY (:incidents::uuid[])
ORDER BY due, kind
