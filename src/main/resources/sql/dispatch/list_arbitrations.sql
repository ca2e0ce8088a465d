-- Arbitrations, those due first first. Parameters: incident (null: all), open (only those not ended). Index: arbitrations_open.
SELECT incident_id, number, asked_at, due, arbiter, arbiter_grid, reason, fired_at, ended_at, ruled_by, ruling, precedent
FROM dispatch.arbitrations
WHERE (:incident::uuid IS NULL OR incident_id = :incident::uuid) AND (NOT :open OR ended_at IS NULL)
ORDER BY due, incident_id
