-- The timeline of one incident, in order.
-- Parameters: id. Index: timeline_incident.
SELECT at, action, state, actor, note, detail
FROM incident.timeline
WHERE incident_id = :id
ORDER BY at, id
