-- The deadlines of an incident that are neither met nor dropped, held until the transaction ends.
-- Parameters: incident. Index: deadlines_incident_id_kind_key.
SELECT id, incident_id, kind, unit, profile_version, started_at, length_us, anchor_at, left_us, due, warn_at,
       stands_at IS NOT NULL AS standing, provisional
FROM dispatch.deadlines
WHERE incident_id = :incident AND met_at IS NULL AND dropped_at IS NULL
ORDER BY id
FOR UPDATE
