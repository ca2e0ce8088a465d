-- Adds what another room did about an incident to its timeline, in the state that it is in.
-- Parameters, in order: at, word, actor, note, detail (JSON text), incident id. Index: incidents_pkey.
INSERT INTO incident.timeline (incident_id, at, action, state, actor, note, detail)
SELECT i.id, ?::timestamptz, ?::text, i.state, ?::text, ?::text, ?::jsonb
FROM incident.incidents i
WHERE i.id = ?::uuid
