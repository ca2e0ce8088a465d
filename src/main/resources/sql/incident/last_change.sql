-- Who changed an incident last, how and when. Parameters: id. Index: timeline_incident.
SELECT actor, action, at
FROM incident.timeline
WHERE incident_id = :id
ORDER BY at DESC, id DESC
LIMIT 1
