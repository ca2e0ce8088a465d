-- Ends the open tasks of an incident because others take over.
-- Parameters, in order: incident_id, at. Index: tasks_incident.
WITH given AS (
    SELECT ?::uuid AS incident_id, ?::timestamptz AS at
)
UPDATE dispatch.tasks t SET state = 'REPLACED', ended_at = given.at
FROM given
WHERE t.incident_id = given.incident_id AND t.ended_at IS NULL
