-- Marks one deadline of an incident met. Parameters: incident, kind, at. Index: deadlines_incident_id_kind_key.
UPDATE dispatch.deadlines SET met_at = :at::timestamptz, ring_at = NULL
WHERE incident_id = :incident AND kind = :kind AND met_at IS NULL AND dropped_at IS NULL
