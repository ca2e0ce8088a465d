-- The earliest deadline of an incident that is left, or null. Parameters: incident. Index: deadlines_incident_id_kind_key.
SELECT min(due) AS next_due FROM dispatch.deadlines WHERE incident_id = :incident AND met_at IS NULL AND dropped_at IS NULL
