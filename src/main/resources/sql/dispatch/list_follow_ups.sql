-- Follow-ups, the earliest due first. Parameters: incident (null: all), open (only those not done). Index: follow_ups_incident.
SELECT id, incident_id, number, text, due, grid_code, team, person, unit, made_at, made_by, fired_at, done_at, done_by
FROM dispatch.follow_ups
WHERE (:incident::uuid IS NULL OR incident_id = :incident::uuid) AND (NOT :open OR done_at IS NULL)
ORDER BY due, id
