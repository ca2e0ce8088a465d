-- Tasks that a transfer gave and somebody has taken up since. Parameters: incident, at. Output: person. Index: tasks_incident.
SELECT person
FROM dispatch.tasks
WHERE incident_id = :incident AND started_at >= :at::timestamptz AND undone_at IS NULL AND version > 1
ORDER BY person
