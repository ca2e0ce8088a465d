-- Releases every helper of an incident who is not done.
-- Parameters, in order: incident, reason, at. Index: tasks_incident.
WITH given AS (
    SELECT ?::uuid AS incident_id, ?::text AS reason, ?::timestamptz AS at
)
UPDATE dispatch.tasks t
SET state = 'RELEASED', version = t.version + 1, ended_at = given.at, reason = given.reason
FROM given
WHERE t.incident_id = given.incident_id AND t.part = 'HELPER' AND t.ended_at IS NULL
