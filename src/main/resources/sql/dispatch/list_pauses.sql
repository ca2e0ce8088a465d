-- When the clocks of an incident stood still. Parameters: incident. Index: pauses_incident.
SELECT cause, reason, actor, started_at, until, ended_at, ended_by
FROM dispatch.pauses
WHERE incident_id = :incident
ORDER BY id
